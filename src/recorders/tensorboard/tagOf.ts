/** What a run sets rather than shows. */
const controls = new Set(['learningRate', 'effectiveLearningRate', 'weightDecay', 'momentum']);
/** What the training batches show of the network beside the gas. */
const training = new Set(['loss', 'accuracy']);

/**
 * The tag under which TensorBoard shows a column of the points. It groups its charts by what stands before the slash.
 *
 * | column | tag |
 * |---|---|
 * | `loss`, `accuracy` | `train/loss`, `train/accuracy` |
 * | `testLoss`, `testAccuracy`, ... | `test/loss`, `test/accuracy`, ... |
 * | `learningRate`, `effectiveLearningRate`, `weightDecay`, `momentum` | `control/learningRate`, ... |
 * | `<name>/temperature`, ... of a group or variable | `layers/<name>/temperature`, ... |
 * | any other, such as `temperature` | `gas/temperature`, ... |
 */
export function tagOf(column: string): string {
  if (column.includes('/')) return `layers/${column}`;
  if (training.has(column)) return `train/${column}`;
  if (controls.has(column)) return `control/${column}`;
  const tested = /^test([A-Z])(.*)$/.exec(column);
  return tested === null ? `gas/${column}` : `test/${tested[1]!.toLowerCase()}${tested[2]}`;
}
