import { execFile } from 'node:child_process';
import { resolve } from 'node:path';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';

const run = promisify(execFile);
const example = (name: string): string => resolve(import.meta.dirname, '../examples', name);

test('the fit example trains and shows a temperature, a volume and Z_tot for each epoch', async () => {
  const { stdout } = await run(process.execPath, [example('fit.js'), '2']);
  const lines = stdout
    .trim()
    .split('\n')
    .filter((line) => line.startsWith('epoch'));
  expect(lines).toHaveLength(2);
  for (const line of lines) {
    expect(line).toMatch(/loss \d\.\d{3}, accuracy \d\.\d{3}, T \d\.\d\de-\d+, V \d+\.\d\d, Z_tot \d+\.\d\d/);
  }
  expect(Number(/accuracy (\S+),/.exec(lines[1]!)![1])).toBeGreaterThan(0.7);
});

test('the minimize example learns and shows the state of its gas', async () => {
  const { stdout } = await run(process.execPath, [example('minimize.js'), '200']);
  const lines = stdout
    .trim()
    .split('\n')
    .filter((line) => line.startsWith('step'));
  expect(lines).toHaveLength(2);
  expect(lines[1]).toMatch(/^step 200: loss 0\.\d{3}, T \d\.\d\de-\d+, V \d+\.\d{3}, Z_tot \d+\.\d\d$/);
});
