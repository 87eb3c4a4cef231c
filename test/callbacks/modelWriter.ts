import { modelFolders } from '../../src/experiments/modelFolders/index.js';

/** A process that saves models as fast as it can, one under the same name again and again, until it is killed. */
const models = modelFolders(process.argv[2]!);
const size = 50_000;
const save = async (name: string, count: number): Promise<void> => {
  await models.handler(name).save!({
    modelTopology: { count },
    weightSpecs: [{ name: 'w', shape: [size], dtype: 'float32' }],
    weightData: new Float32Array(size).fill(count).buffer,
  });
};
const first = Date.now() % 1000;
for (let count = first; ; count++) {
  await save('newest', count);
  await save(`step-${count}`, count);
  if (count > first + 1) await models.remove(`step-${count - 2}`);
  if (count === first) process.stdout.write('writing\n');
}
