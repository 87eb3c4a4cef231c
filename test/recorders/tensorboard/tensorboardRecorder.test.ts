import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import {
  type Point,
  readEvents,
  type SummaryValue,
  tensorboardRecorder,
  type TensorboardEvent,
} from '../../../src/recorders/node.js';
import { temporaryFolders } from '../../temporaryFolders.js';

const newFolder = temporaryFolders();
const filesOf = (folder: string): string[] => readdirSync(folder).toSorted();
const eventsIn = (folder: string): TensorboardEvent[] =>
  filesOf(folder).flatMap((name) => readEvents(readFileSync(join(folder, name))).events);
const valuesIn = (folder: string): SummaryValue[] =>
  eventsIn(folder).flatMap(({ content }) => ('values' in content ? content.values : []));

function recorded(...points: readonly Point[]): SummaryValue[] {
  const folder = newFolder();
  const recorder = tensorboardRecorder({ folder });
  for (const point of points) recorder.record(point);
  recorder.close();
  return valuesIn(folder);
}

describe('the TensorBoard recorder', () => {
  test('records each number under a tag of its group, in single precision', () => {
    const values = recorded({
      step: 20,
      temperature: 0.1,
      totalTemperature: 0.25,
      loss: Infinity,
      accuracy: 0.5,
      testAccuracy: 0.75,
      learningRate: 0.125,
      'conv/kernel/noiseShare': 1,
    });
    expect(values).toEqual([
      { kind: 'scalar', tag: 'gas/temperature', value: Math.fround(0.1) },
      { kind: 'scalar', tag: 'gas/totalTemperature', value: 0.25 },
      { kind: 'scalar', tag: 'train/loss', value: Infinity },
      { kind: 'scalar', tag: 'train/accuracy', value: 0.5 },
      { kind: 'scalar', tag: 'test/accuracy', value: 0.75 },
      { kind: 'scalar', tag: 'control/learningRate', value: 0.125 },
      { kind: 'scalar', tag: 'layers/conv/kernel/noiseShare', value: 1 },
    ]);
  });

  test('leaves out texts, booleans and what was not measured', () => {
    expect(recorded({ step: 1, phase: 'isothermal', equilibrium: true, temperature: null })).toEqual([]);
  });

  test('records temperatures and radii over the layers as histograms', () => {
    const values = recorded({
      step: 20,
      'a/temperature': 0.5,
      'a/volume': 2,
      'b/temperature': null,
      'b/volume': 8,
    });
    const histograms = values.filter((value) => value.kind === 'histogram');
    expect(histograms.map(({ tag }) => tag)).toEqual(['layers/temperature', 'layers/radius']);
    expect(histograms[0]!.buckets.at(-1)).toEqual([0.5, 0.5, 1]);
    expect(histograms[1]!.buckets[0]!.slice(0, 1)).toEqual([2]);
    expect(histograms[1]!.buckets.at(-1)!.slice(1)).toEqual([4, 1]);
  });

  test('dates each event and gives it the step of its point', () => {
    const folder = newFolder();
    const before = Date.now() / 1000;
    const recorder = tensorboardRecorder({ folder });
    recorder.record({ step: 40, temperature: 1 });
    recorder.close();
    const [version, event] = eventsIn(folder);
    expect(version!.content).toEqual({ fileVersion: 'brain.Event:2' });
    expect(event!.step).toBe(40);
    expect(event!.wallTime).toBeGreaterThanOrEqual(before);
    expect(event!.wallTime).toBeLessThanOrEqual(Date.now() / 1000);
  });

  test('has written each point when record returns', () => {
    const folder = newFolder();
    const recorder = tensorboardRecorder({ folder });
    expect(eventsIn(folder)).toHaveLength(1);
    recorder.record({ step: 1, temperature: 1 });
    expect(eventsIn(folder)).toHaveLength(2);
    recorder.record({ step: 2, temperature: 1 });
    expect(eventsIn(folder)).toHaveLength(3);
    recorder.close();
  });

  test('continues a run in a new file that TensorBoard reads after the old one, which stays as it was cut', () => {
    const folder = newFolder();
    const first = tensorboardRecorder({ folder });
    first.record({ step: 20, temperature: 1 });
    first.close();
    const [name] = filesOf(folder);
    const cut = readFileSync(join(folder, name!)).subarray(0, -3);
    writeFileSync(join(folder, name!), cut);

    const second = tensorboardRecorder({ folder });
    second.record({ step: 20, temperature: 2 });
    second.close();
    const files = filesOf(folder);
    expect(files).toHaveLength(2);
    expect(files[0]).toBe(name);
    expect(readFileSync(join(folder, name!))).toEqual(cut);
    expect(valuesIn(folder)).toEqual([{ kind: 'scalar', tag: 'gas/temperature', value: 2 }]);
  });

  test('says how a run ended, and takes it back when the run goes on', () => {
    const folder = newFolder();
    const ends = (): number =>
      valuesIn(folder).filter(({ tag }) => tag === '_hparams_/session_end_info').length;
    const hyperparameters = { weightDecay: 0.02 };
    tensorboardRecorder({ folder, hyperparameters }).close('failed');
    expect(ends()).toBe(1);
    const resumed = tensorboardRecorder({ folder, hyperparameters });
    expect(ends()).toBe(0);
    resumed.close('interrupted');
    expect(ends()).toBe(0);
  });

  test('refuses options that it does not know, or none at all', () => {
    expect(() => tensorboardRecorder(undefined as never)).toThrow(/^tensorboardRecorder is given nothing/);
    expect(() => tensorboardRecorder({ folder: 'x', metric: [] } as never)).toThrow(
      /^tensorboardRecorder has no option metric/,
    );
  });

  test('refuses a setting that is not finite before it makes anything', () => {
    const folder = newFolder();
    expect(() => tensorboardRecorder({ folder, hyperparameters: { momentum: NaN } })).toThrow(
      'hyperparameters.momentum is NaN: pass a finite number, a text or a boolean',
    );
    expect(filesOf(folder)).toEqual([]);
  });

  test('refuses a folder that cannot be one, a point without a step, and points after closing', () => {
    const file = join(newFolder(), 'file');
    writeFileSync(file, '');
    expect(() => tensorboardRecorder({ folder: file })).toThrow(/file cannot be written: .*: choose another/);
    const recorder = tensorboardRecorder({ folder: newFolder() });
    expect(() => recorder.record({ step: 0.5 })).toThrow("a point's step is 0.5");
    recorder.close();
    recorder.close();
    expect(() => recorder.record({ step: 1 })).toThrow(/is closed: open another recorder/);
  });
});
