/** A quantity in a chart. */
export interface Quantity {
  /** The column of a point. */
  readonly field: string;
  /** As the legend shows it. */
  readonly name: string;
  /** The column of its standard error, drawn as a band. */
  readonly error?: string;
  /** On an axis of its own: to the right on the live page, in a panel of its own in a figure. */
  readonly isRight?: boolean;
}

/** What a chart shows against the steps, on the live page and in reports. */
export interface QuantityChart {
  readonly title: string;
  /** What the upright axis counts. */
  readonly unit: string;
  /** What each of two upright axes counts, where there are two. */
  readonly labels?: { readonly left: string; readonly right: string };
  /** How to read it, in a sentence or two. */
  readonly caption: string;
  readonly quantities: readonly [Quantity, ...Quantity[]];
  /** `choice`: as the user chooses, and in a report as suits the values. */
  readonly scale: 'choice' | 'linear';
  /** A value that is marked, such as that of equilibrium. */
  readonly mark?: number;
  /** What is near enough to it, to either side. */
  readonly tolerance?: number;
}

const temperature: QuantityChart = {
  title: 'Temperature',
  unit: 'units of loss',
  caption:
    'T counts the noise of the batch gradient alone, T_tot its whole second moment. The closer the two, the more the training behaves as an ideal gas.',
  scale: 'choice',
  quantities: [
    { field: 'temperature', name: 'T', error: 'temperatureError' },
    { field: 'totalTemperature', name: 'T_tot' },
  ],
};

const volume: QuantityChart = {
  title: 'Volume',
  unit: 'squared weights',
  caption: 'V = r²/2, half the squared norm of the scale-invariant weights.',
  scale: 'choice',
  quantities: [{ field: 'volume', name: 'V' }],
};

const pressure: QuantityChart = {
  title: 'Pressure',
  unit: 'per step and learning rate',
  caption:
    'p is the weight decay or, on a sphere, what the rescaling amounts to. Below 0 it drives an expansion faster than the noise would.',
  scale: 'choice',
  quantities: [{ field: 'pressure', name: 'p' }],
};

const compressibility: QuantityChart = {
  title: 'Compressibility',
  unit: '1 at equilibrium',
  caption:
    'Z_tot = pV/(R T_tot) comes to 1 at equilibrium; the band is 1 ± 0.05. Z = pV/(R T) comes to 1 only where the gas is ideal.',
  scale: 'choice',
  mark: 1,
  tolerance: 0.05,
  quantities: [
    { field: 'compressibility', name: 'Z' },
    { field: 'totalCompressibility', name: 'Z_tot' },
  ],
};

const energy: QuantityChart = {
  title: 'Internal energy',
  unit: 'units of loss',
  caption:
    'U is the loss: the mean over the training batches between two readings. Beside it, that of the test set where it was measured.',
  scale: 'choice',
  quantities: [
    { field: 'internalEnergy', name: 'U' },
    { field: 'testLoss', name: 'test loss' },
  ],
};

const learningRate: QuantityChart = {
  title: 'Learning rate',
  unit: 'per step',
  caption:
    'η is the rate of the weights as they are, η_eff = η/r² that of their direction, which makes the temperature.',
  scale: 'choice',
  quantities: [
    { field: 'learningRate', name: 'η' },
    { field: 'effectiveLearningRate', name: 'η_eff' },
  ],
};

const weightDecay: QuantityChart = {
  title: 'Weight decay',
  unit: 'per step and learning rate',
  caption: 'λ as the optimizer is told; there is none where the radius itself is prescribed.',
  scale: 'choice',
  quantities: [{ field: 'weightDecay', name: 'λ' }],
};

const noise: QuantityChart = {
  title: 'Noise',
  unit: 'shares and cosines',
  caption:
    'The share of the gradient’s second moment that is noise, and the cosine of successive gradients, which is below 0 at the edge of stability.',
  scale: 'linear',
  mark: 0,
  quantities: [
    { field: 'noiseShare', name: 'noise share' },
    { field: 'stepCorrelation', name: 'step correlation' },
  ],
};

const accuracy: QuantityChart = {
  title: 'Accuracy',
  unit: 'share of examples',
  caption: 'The share of examples that are classified rightly.',
  scale: 'linear',
  quantities: [
    { field: 'testAccuracy', name: 'test' },
    { field: 'accuracy', name: 'training' },
  ],
};

/** The charts of a run as a whole. */
export const quantityCharts: readonly QuantityChart[] = [
  temperature,
  volume,
  pressure,
  compressibility,
  energy,
  learningRate,
  weightDecay,
  noise,
  accuracy,
];

/** What a plan foretells. */
export const planCharts: readonly QuantityChart[] = [
  temperature,
  volume,
  compressibility,
  pressure,
  learningRate,
  weightDecay,
];

/** The small chart of a layer. */
export function layerChart(layer: string): QuantityChart {
  return {
    title: layer,
    unit: 'T_tot left, V right',
    labels: { left: 'temperature (units of loss)', right: 'volume (squared weights)' },
    caption: 'Temperature and volume of a layer.',
    scale: 'choice',
    quantities: [
      { field: `${layer}/temperature`, name: 'T' },
      { field: `${layer}/totalTemperature`, name: 'T_tot' },
      { field: `${layer}/volume`, name: 'V', isRight: true },
    ],
  };
}
