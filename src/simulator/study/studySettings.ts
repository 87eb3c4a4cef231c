/** How a study is made: how fine its grid is, how long its chains run, and what of them is averaged. */
export interface StudySettings {
  /** Values of each of the two coordinates of the grid; at least 3. */
  readonly points: number;
  /** Steps of each chain; a multiple of `entropyEvery`. */
  readonly steps: number;
  /** Steps between the weights that are kept for the entropy; `entropyEvery` is a multiple of it. */
  readonly keepEvery: number;
  /** Weights that an entropy is taken from, the newest ones. */
  readonly kept: number;
  /** Steps between entropies. */
  readonly entropyEvery: number;
  /** Entropies that are averaged, the last ones. */
  readonly averagedEntropies: number;
  /** Steps whose energy, radius and pressure are averaged, the last ones; a multiple of `blocks`. */
  readonly averagedSteps: number;
  /** Blocks of those steps, for the standard error of their mean. */
  readonly blocks: number;
  /** Decides the noise of every chain and where the chains start. */
  readonly seed: number;
}

/** The study as it was published (arXiv 2511.07308). */
export const publishedStudy: StudySettings = {
  points: 17,
  steps: 2_000_000,
  keepEvery: 50,
  kept: 1000,
  entropyEvery: 40_000,
  averagedEntropies: 10,
  averagedSteps: 250_000,
  blocks: 10,
  seed: 1,
};

/** Every second point of the published grid, half as long. */
export const quickStudy: StudySettings = { ...publishedStudy, points: 9, steps: 1_000_000 };
