import { describe, expect, test } from 'vitest';
import { carnotCycle, ottoCycle } from '../../../src/physics/index.js';
import { runCycle } from '../../../src/simulator/nonequilibrium/index.js';

const otto = ottoCycle({ compressionRatio: 1.5, temperatureRatio: 1.5 });
const quick = { legSteps: 200, cornerSteps: 200, every: 20, chains: 16, repetitions: 3 };

describe('a cycle that is run', () => {
  test("does the ideal gas's work on a piston at whatever speed, and none where the volume is held", async () => {
    const { legs } = await runCycle(otto, quick);
    expect(legs.map(({ process }) => process.kind)).toEqual([
      'adiabatic',
      'isochoric',
      'adiabatic',
      'isochoric',
    ]);
    // A radius in single precision is held to a part in 10 million.
    expect(legs[1]!.work.value).toBeCloseTo(0, 8);
    // 48 chains of 200 steps read the noise of the pressure, whose deviation in a step is about itself: 1 % of W.
    expect(Math.abs(legs[0]!.work.value / legs[0]!.work.ideal - 1)).toBeLessThan(0.04);
    expect(Math.abs(legs[2]!.work.value / legs[2]!.work.ideal - 1)).toBeLessThan(0.04);
  });

  test("comes back: volumes, and so the radius's share of S, close exactly", async () => {
    const { legs } = await runCycle(carnotCycle({ temperatureRatio: 1.5, volumeRatio: 1.5 }), quick);
    const isotherms = legs.filter(({ process }) => process.kind === 'isothermal');
    expect(isotherms[0]!.entropyChange.value).toBeCloseTo(Math.log(1.5), 5);
    expect(isotherms[0]!.entropyChange.value + isotherms[1]!.entropyChange.value).toBeCloseTo(0, 5);
  });

  test('is the same for the same seed', async () => {
    expect(await runCycle(otto, { ...quick, seed: 5 })).toEqual(await runCycle(otto, { ...quick, seed: 5 }));
  });

  test('tells how far it is, and stops at the signal', async () => {
    const shares: number[] = [];
    await runCycle(otto, { ...quick, onProgress: (share) => shares.push(share) });
    expect(shares).toEqual([1 / 3, 2 / 3, 1]);
    const reason = new Error('enough');
    await expect(runCycle(otto, { ...quick, signal: AbortSignal.abort(reason) })).rejects.toBe(reason);
  });

  test('is refused where a reading would speak of two legs, for too few repetitions, and where it does not close', async () => {
    await expect(runCycle(otto, { ...quick, legSteps: 210 })).rejects.toThrow(
      'legSteps is 210, not a multiple of every, which is 20: pass one, so that no reading speaks of two legs',
    );
    await expect(runCycle(otto, { ...quick, repetitions: 1 })).rejects.toThrow(
      'repetitions is 1: pass a whole number of at least 2',
    );
    await expect(runCycle(otto.slice(1), quick)).rejects.toThrow('cycle ends with');
  });
});
