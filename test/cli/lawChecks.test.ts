import { describe, expect, test } from 'vitest';
import { runCli } from './runCli.js';

describe('tfjs-thermo check on the simulated gas', () => {
  test('prints a table of laws beside their theory; with --json that is on standard error, and the results alone are on standard output', async () => {
    const { code, stdout, stderr } = await runCli(['check', 'pacings', '--json']);
    expect(code).toBe(0);
    const lines = stderr.trimEnd().split('\n');
    expect(lines[0]).toMatch(/^law +theory +measured +error +verdict$/);
    expect(lines[6]).toMatch(/^final variance over the least, constant +1053\.6 +1053\.6 +exact +within$/);
    const { state, results } = JSON.parse(stdout) as {
      state: string;
      results: readonly { readonly verdict: string }[];
    };
    expect(state).toBe('finished');
    expect(results.map(({ verdict }) => verdict)).toEqual(Array.from({ length: 10 }, () => 'within'));
  });

  test('refuses a seed that is none before any work, with code 2 and one line', async () => {
    const { code, stderr } = await runCli(['check', 'relaxation', '--seed', '-1']);
    expect(code).toBe(2);
    expect(stderr).toBe('tfjs-thermo: --seed is -1: pass a whole number from 0 to 4294967295\n');
  });

  test('names the nearest check for one that is not known', async () => {
    const { code, stderr } = await runCli(['check', 'cycle']);
    expect(code).toBe(2);
    expect(stderr).toContain('Did you mean cycles?');
  });
});
