import { gzipSync } from 'node:zlib';
import { beforeAll, describe, expect, test } from 'vitest';
import { bundle, entries } from '../../src/browser/bundle.mjs';
import * as control from '../../src/control/index.js';
import * as thermo from '../../src/index.js';
import * as physics from '../../src/physics/index.js';
import * as panel from '../../src/recorders/page/index.js';
import * as simulator from '../../src/simulator/index.js';

type Name = keyof typeof entries;

/** What each module exports, the packages that it may hold beside this one, and a file that it is made of. */
const promised: Record<Name, { exports: readonly string[]; packages: readonly string[]; source: string }> = {
  'tfjs-thermo.js': {
    exports: [...Object.keys(thermo), 'registerWasmGradients'],
    packages: ['pure-rand', 'simple-statistics', 'ts-pattern'],
    source: 'src/network/optimizer/thermoSgd.ts',
  },
  'tfjs-thermo-panel.js': {
    exports: Object.keys(panel),
    packages: ['d3-array'],
    source: 'src/recorders/page/panel/panel.ts',
  },
  'tfjs-thermo-simulator.js': {
    exports: [control, physics, simulator].flatMap(Object.keys).concat('ThermoError'),
    packages: ['pure-rand', 'simple-statistics', 'ts-pattern'],
    source: 'src/simulator/ensemble/ensemble.ts',
  },
};

describe.each(Object.keys(entries) as Name[])('the browser module %s', (name) => {
  let made: Awaited<ReturnType<typeof bundle>>;
  beforeAll(async () => {
    made = await bundle(name);
  });

  test('weighs at most 60 kB gzipped, TensorFlow.js not counted', () => {
    const { length } = gzipSync(made.module, { level: 9 });
    expect(length).toBeGreaterThan(10_000);
    expect(length).toBeLessThanOrEqual(60_000);
  });

  test('holds of other packages only those that it is meant to', () => {
    const output = Object.values(made.metafile.outputs).find(({ entryPoint }) => entryPoint !== undefined);
    const packages = Object.entries(output!.inputs)
      .filter(([, { bytesInOutput }]) => bytesInOutput > 0)
      .flatMap(([file]) => /node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(file)?.[1] ?? []);
    expect([...new Set(packages)].sort()).toEqual(promised[name].packages);
  });

  test('is one file that imports nothing and exports what it promises', () => {
    const output = Object.values(made.metafile.outputs).find(({ entryPoint }) => entryPoint !== undefined);
    expect(output!.imports).toEqual([]);
    expect([...output!.exports].sort()).toEqual([...new Set(promised[name].exports)].sort());
  });

  test('has its source map beside it', () => {
    expect(Buffer.from(made.module).toString().trimEnd()).toMatch(
      new RegExp(`\n//# sourceMappingURL=${name.replaceAll('.', '\\.')}\\.map$`),
    );
    const { sources } = JSON.parse(Buffer.from(made.map).toString()) as { sources: string[] };
    expect(sources).toContain(promised[name].source);
  });
});
