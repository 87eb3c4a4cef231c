/** A column of a plan's table: a field of its points, and the symbol it goes by. */
export interface PlanQuantity {
  readonly field: string;
  readonly symbol: string;
}

/** What a plan's table shows of each reading, after phase and step. */
export const planQuantities: readonly PlanQuantity[] = [
  { field: 'temperature', symbol: 'T' },
  { field: 'totalTemperature', symbol: 'T_tot' },
  { field: 'pressure', symbol: 'p' },
  { field: 'volume', symbol: 'V' },
  { field: 'totalCompressibility', symbol: 'Z_tot' },
  { field: 'learningRate', symbol: 'learning rate' },
  { field: 'weightDecay', symbol: 'weight decay' },
];
