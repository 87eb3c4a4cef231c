import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { RecordedStudy } from '../../src/experiments/study/index.js';
import { runCli } from '../cli/runCli.js';

// The published grid in full: 3 protocols x 289 chains x 2,000,000 steps with seed 1. Theory, tolerances and published
// values are those of arXiv 2511.07308 and of docs/study.md.
describe('the study in full', () => {
  let folder: string;
  let study: RecordedStudy;
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'tfjs-thermo-full-'));
    const { code, stderr } = await runCli(['study', '--out', join(folder, 'study')]);
    if (code !== 0) throw new Error(stderr);
    study = JSON.parse(readFileSync(join(folder, 'study', 'report.json'), 'utf8')) as RecordedStudy;
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  const protocolOf = { elr: 0, lr: 1, sphere: 2 } as const;
  const result = (protocol: keyof typeof protocolOf, name: RegExp) =>
    study.protocols[protocolOf[protocol]]!.results.find((one) => name.test(one.name))!;
  const expectWithin = (value: number, theory: number, tolerance: number): void => {
    expect(value).toBeGreaterThanOrEqual(theory - tolerance);
    expect(value).toBeLessThanOrEqual(theory + tolerance);
  };

  test('at fixed effective rate dS/dlog(lambda) is -1 within the published 0.006', () => {
    expectWithin(result('elr', /^dS\/dlog\(lambda\)$/).value, -1, 0.006);
  });

  test('at fixed rate dS/dlog(lambda) is 0 within 0.015, and the Maxwell difference 1 within 0.005', () => {
    expectWithin(result('lr', /^dS\/dlog\(lambda\)$/).value, 0, 0.015);
    expectWithin(result('lr', /^dS\/dlog\(eta\) - dS\/dlog\(lambda\)$/).value, 1, 0.005);
  });

  test.each(['elr', 'lr'] as const)('the radius is within 1 % of the law in every cell, %s', (protocol) => {
    expectWithin(result(protocol, /^radius over its law, farthest/).value, 1, 0.01);
  });

  test('the pressure of the sphere is within 2 % of its law in every cell', () => {
    expectWithin(result('sphere', /^pressure over its law, farthest/).value, 1, 0.02);
  });

  test.each(['elr', 'lr', 'sphere'] as const)(
    'at low T the energy is R T within 2 % and C_V = R within 2 %, %s',
    (protocol) => {
      expectWithin(result(protocol, /^U \/ \(R T\)/).value, 1, 0.02);
      expectWithin(result(protocol, /^C_V/).value, 1, 0.02);
    },
  );

  test.each(['elr', 'lr', 'sphere'] as const)(
    'in all cold cells the entropy of weights kept apart is R ln(2 pi e T) within 0.03 nat, by two errors, %s',
    (protocol) => {
      const { value, standardError } = result(protocol, /weights kept apart/);
      expect(Math.abs(value) + 2 * standardError).toBeLessThanOrEqual(0.03);
    },
  );

  test.each(['elr', 'lr', 'sphere'] as const)(
    'the potential of at least 95 % of the cells is smallest there or beside, %s',
    (protocol) => {
      expect(result(protocol, /^share/).value).toBeGreaterThanOrEqual(0.95);
    },
  );

  test.each(['elr', 'lr'] as const)('the gas law holds at rest within 2 %, %s', (protocol) => {
    expectWithin(result(protocol, /^Z_tot/).value, 1, 0.02);
    expectWithin(result(protocol, /^Z =/).value, 1, 0.02);
  });

  test('only the entropy of the published weights, which are too close to each other, is outside of its law', () => {
    const outside = study.protocols.flatMap(({ results }) =>
      results.filter((one) => one.verdict === 'outside'),
    );
    expect(outside.map(({ name }) => name)).toEqual(
      Array(3).fill('S - R ln(2 pi e T) at low T (nats), as published'),
    );
  });
});
