// Packs the package, installs it in an empty folder as a user would, and trains a few steps with it there.
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

const root = resolve(import.meta.dirname, '..');
const folder = mkdtempSync(join(tmpdir(), 'tfjs-thermo-package-'));
const run = (command, args, cwd) =>
  execFileSync(command, args, { cwd, encoding: 'utf8', stdio: ['ignore', 'pipe', 'inherit'] });

const script = `
import * as tf from '@tensorflow/tfjs';
import { ThermoMonitor, ThermoSGD, memoryRecorder } from 'tfjs-thermo';
import { pathOf, adiabatic } from 'tfjs-thermo/physics';
import { controller } from 'tfjs-thermo/control';

const model = tf.sequential({ layers: [
  tf.layers.dense({ inputShape: [4], units: 8, useBias: false }),
  tf.layers.batchNormalization({ epsilon: 1e-5 }),
  tf.layers.dense({ units: 2, activation: 'softmax' }),
] });
model.compile({ optimizer: new ThermoSGD({ effectiveLearningRate: 0.02, weightDecay: 0.02 }), loss: 'categoricalCrossentropy' });
const recorder = memoryRecorder();
const monitor = new ThermoMonitor({ model, every: 4, noise: { every: 4 }, recorders: [recorder] });
const ys = tf.oneHot(tf.tensor1d(Array.from({ length: 64 }, (_, i) => i % 2), 'int32'), 2);
const { history } = await model.fit(tf.randomNormal([64, 4]), ys, { epochs: 2, batchSize: 8, callbacks: [monitor], verbose: 0 });
if (!(history.T.at(-1) > 0) || recorder.points.length !== 4) throw new Error('the packed package does not measure');
if (pathOf(adiabatic({ temperatureRatio: 0.5 }), { temperature: 1, pressure: 1, volume: 1 }).end.temperature !== 0.5) throw new Error('physics');
if (controller({ learningRate: 1 }).next(0).control.protocol !== 'fixedLearningRate') throw new Error('control');
const { readFileSync } = await import('node:fs');
const { exports } = JSON.parse(readFileSync(new URL(import.meta.resolve('tfjs-thermo/package.json')), 'utf8'));
// What a script tag would have left in a page.
globalThis.tf = tf;
for (const path of Object.keys(exports)) {
  if (path.endsWith('.json')) continue;
  const names = Object.keys(await import('tfjs-thermo' + path.slice(1)));
  if (names.length === 0) throw new Error(path + ' exports nothing');
}
const { ensemble, linearEnergy } = await import('tfjs-thermo/simulator');
const gas = await ensemble({ dimension: 3, chains: 8, energy: linearEnergy({ dimension: 3 }) });
if (gas.engine.name !== 'wasm') throw new Error('the packed package has no WebAssembly kernel');
console.log('T', history.T.at(-1), 'V', history.V.at(-1));
`;

/** MNIST's four files with a few 12 x 12 images of bars. */
function writeDigits(target) {
  mkdirSync(target);
  for (const [prefix, count] of [
    ['train', 40],
    ['t10k', 20],
  ]) {
    const images = Buffer.alloc(16 + count * 144);
    [0x0803, count, 12, 12].forEach((value, i) => images.writeUInt32BE(value, 4 * i));
    for (let i = 0; i < count; i += 1)
      images.fill(255, 16 + i * 144 + (i % 10) * 12, 28 + i * 144 + (i % 10) * 12);
    const labels = Buffer.alloc(8 + count);
    [0x0801, count].forEach((value, i) => labels.writeUInt32BE(value, 4 * i));
    for (let i = 0; i < count; i += 1) labels[8 + i] = i % 10;
    writeFileSync(join(target, `${prefix}-images-idx3-ubyte`), images);
    writeFileSync(join(target, `${prefix}-labels-idx1-ubyte`), labels);
  }
}

try {
  const [{ filename }] = JSON.parse(run('npm', ['pack', '--json', '--pack-destination', folder], root));
  writeFileSync(join(folder, 'package.json'), '{ "private": true, "type": "module" }');
  run('npm', ['install', '--no-audit', '--no-fund', `./${filename}`, '@tensorflow/tfjs@4.22.0'], folder);
  writeFileSync(join(folder, 'try.mjs'), script);
  console.log(run('node', ['try.mjs'], folder));
  writeDigits(join(folder, 'digits'));
  const options =
    '--backend cpu --steps 2 --cooling-steps 1 --batch-size 4 --every 1 --checkpoint-every 1 --noise-every 1';
  console.log(
    run('npx', ['tfjs-thermo', 'train', ...options.split(' '), '--data', 'digits', '--out', 'run'], folder),
  );
} finally {
  rmSync(folder, { recursive: true, force: true });
}
