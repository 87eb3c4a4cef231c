import { describe, expect, test } from 'vitest';
import { carnotCycle, cycleBalance, finiteTimeBalance, ottoCycle } from '../../src/physics/index.js';

const start = { temperature: 0.2, volume: 0.5, pressure: 0.4 };
const carnot = carnotCycle({ temperatureRatio: 2, volumeRatio: 2 });
const at = (legSteps: number) => finiteTimeBalance(carnot, start, { effectiveLearningRate: 0.01, legSteps });

describe('a cycle in finite time', () => {
  test('gives the quasi-static work and efficiency when it is slow', () => {
    const slow = at(1e9);
    expect(slow.netWork).toBeCloseTo(0.1 * Math.LN2, 6);
    expect(slow.efficiency).toBeCloseTo(0.5, 6);
  });

  test('loses half of its net work at greatest power', () => {
    const { legStepsAtGreatestPower } = at(1);
    expect(legStepsAtGreatestPower).toBeCloseTo(2039.72, 2);
    const best = at(2040);
    expect(best.netWork).toBeCloseTo(0.05 * Math.LN2, 4);
    expect(best.power).toBeGreaterThan(at(1800).power);
    expect(best.power).toBeGreaterThan(at(2300).power);
  });

  // Legs of (ln 2)^2 / (4 N eta_eff) x (1, 1 / ln 2, 2, 1 / ln 2): at the start's eta_eff, along the adiabat whose eta_eff
  // halves, at half of it, and back.
  test('has, for a Carnot cycle of Th / Tc = 2, the efficiency of its four losses', () => {
    const unit = Math.LN2 ** 2 / (4 * 4000 * 0.01);
    const netWork = 0.1 * Math.LN2 - unit * (3 + 2 / Math.LN2);
    expect(at(4000).efficiency).toBeCloseTo(netWork / (0.2 * Math.LN2 - unit), 9);
    expect(at(4000).efficiency).toBeCloseTo(0.380765, 6);
  });

  test('takes work when it is run in a hurry', () => {
    expect(at(500).efficiency).toBeLessThan(0);
    // 0.2 ln 2 of heat less 12 / N.
    expect(at(50).heatIn).toBeLessThan(0);
    expect(at(50).efficiency).toBeNull();
  });

  test('loses nothing where the volume is held', () => {
    const otto = ottoCycle({ compressionRatio: 1.5, temperatureRatio: 2 });
    const hasty = finiteTimeBalance(otto, start, { effectiveLearningRate: 0.01, legSteps: 1000 });
    expect(hasty.heatIn).toBeCloseTo(cycleBalance(otto, start).heatIn, 12);
    expect(hasty.netWork).toBeLessThan(cycleBalance(otto, start).netWork);
  });
});
