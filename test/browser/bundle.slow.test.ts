import { gzipSync } from 'node:zlib';
import { beforeAll, describe, expect, test } from 'vitest';
import { bundle } from '../../src/browser/bundle.mjs';
import * as thermo from '../../src/index.js';
import * as simulator from '../../src/simulator/index.js';

let made: Awaited<ReturnType<typeof bundle>>;
beforeAll(async () => {
  made = await bundle();
});

describe('the browser module', () => {
  test('weighs at most 120 kB gzipped, TensorFlow.js not counted', () => {
    const { length } = gzipSync(made.module, { level: 9 });
    expect(length).toBeGreaterThan(50_000);
    expect(length).toBeLessThan(120_000);
  });

  test('holds of other packages only those that it is meant to', () => {
    const packages = Object.keys(made.metafile.inputs).flatMap(
      (file) => /node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(file)?.[1] ?? [],
    );
    expect([...new Set(packages)].sort()).toEqual(['pure-rand', 'simple-statistics', 'ts-pattern', 'uplot']);
  });

  test('is one file that imports nothing and exports what the package and the simulator do', () => {
    const output = Object.values(made.metafile.outputs).find(({ entryPoint }) => entryPoint !== undefined);
    expect(output!.imports).toEqual([]);
    const wanted = [...Object.keys(thermo), ...Object.keys(simulator), 'panel', 'registerWasmGradients'];
    expect([...output!.exports].sort()).toEqual([...new Set(wanted)].sort());
  });

  test('has its source map beside it', () => {
    expect(Buffer.from(made.module).toString().trimEnd()).toMatch(
      /\n\/\/# sourceMappingURL=tfjs-thermo\.js\.map$/,
    );
    const { sources } = JSON.parse(Buffer.from(made.map).toString()) as { sources: string[] };
    expect(sources).toContain('src/network/optimizer/thermoSgd.ts');
  });
});
