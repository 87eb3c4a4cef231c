import { describe, expect, test } from 'vitest';
import { runCli } from './runCli.js';

describe('tfjs-thermo check on a real network', () => {
  test.each([
    [['thermostat', '--seeds', '0'], '--seeds is 0: pass a whole number of at least 1'],
    [['adiabat', '--seed', '-1'], '--seed is -1: pass a whole number of at least 0'],
    [['thermostat', '--seeds', '1e9'], '--seeds is 1000000000: pass at most 1000'],
    [['gas-law', '--steps', '799'], '--steps is 799: pass a whole number of at least 800'],
    [
      ['adiabat', '--data', '/nowhere'],
      'data folder /nowhere cannot be read (ENOENT): name a folder with MNIST or CIFAR-10 files',
    ],
    [['thermostat', '--steps', '39'], '--steps is 39: pass a whole number of at least 40'],
  ])('refuses %j before any work, with code 2 and one line', async (args, message) => {
    const { code, stdout, stderr } = await runCli(['check', ...args]);
    expect({ code, stdout, stderr }).toEqual({ code: 2, stdout: '', stderr: `tfjs-thermo: ${message}\n` });
  });
});
