/** A quantity in a chart. */
export interface Quantity {
  /** The column of a point. */
  readonly field: string;
  /** As the legend shows it. */
  readonly name: string;
  /** The column of its standard error, drawn as a band. */
  readonly error?: string;
  /** On an axis of its own, to the right. */
  readonly isRight?: boolean;
}

/** What a chart shows against the steps. */
export interface QuantityChart {
  readonly title: string;
  /** What the upright axis counts. */
  readonly unit: string;
  /** Each in a dash of its own, from a whole line on. */
  readonly quantities: readonly [Quantity, ...Quantity[]];
  /** `choice`: as the user chooses. */
  readonly scale: 'choice' | 'linear';
  /** A value that is marked, such as that of equilibrium. */
  readonly mark?: number;
}

/** The charts of a run as a whole. */
export const quantityCharts: readonly QuantityChart[] = [
  {
    title: 'Temperature',
    unit: 'units of loss',
    scale: 'choice',
    quantities: [
      { field: 'temperature', name: 'T', error: 'temperatureError' },
      { field: 'totalTemperature', name: 'T_tot' },
    ],
  },
  { title: 'Volume', unit: 'squared weights', scale: 'choice', quantities: [{ field: 'volume', name: 'V' }] },
  {
    title: 'Pressure',
    unit: 'per step and learning rate',
    scale: 'choice',
    quantities: [{ field: 'pressure', name: 'p' }],
  },
  {
    title: 'Compressibility',
    unit: '1 at equilibrium',
    scale: 'choice',
    mark: 1,
    quantities: [
      { field: 'totalCompressibility', name: 'Z_tot' },
      { field: 'compressibility', name: 'Z' },
    ],
  },
  {
    title: 'Internal energy',
    unit: 'U, the loss',
    scale: 'choice',
    quantities: [
      { field: 'internalEnergy', name: 'U' },
      { field: 'testLoss', name: 'test loss' },
    ],
  },
  {
    title: 'Learning rate',
    unit: 'per step',
    scale: 'choice',
    quantities: [
      { field: 'learningRate', name: 'η' },
      { field: 'effectiveLearningRate', name: 'η_eff' },
    ],
  },
  {
    title: 'Weight decay',
    unit: 'per step and learning rate',
    scale: 'choice',
    quantities: [{ field: 'weightDecay', name: 'λ' }],
  },
  {
    title: 'Noise',
    unit: 'shares and cosines',
    scale: 'linear',
    mark: 0,
    quantities: [
      { field: 'noiseShare', name: 'noise share' },
      { field: 'stepCorrelation', name: 'step correlation' },
    ],
  },
  {
    title: 'Accuracy',
    unit: 'share of examples',
    scale: 'linear',
    quantities: [
      { field: 'testAccuracy', name: 'test' },
      { field: 'accuracy', name: 'training' },
    ],
  },
];

/** The small chart of a layer. */
export function layerChart(layer: string): QuantityChart {
  return {
    title: layer,
    unit: 'T_tot left, V right',
    scale: 'choice',
    quantities: [
      { field: `${layer}/totalTemperature`, name: 'T_tot' },
      { field: `${layer}/temperature`, name: 'T' },
      { field: `${layer}/volume`, name: 'V', isRight: true },
    ],
  };
}
