import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { describe, expect, test } from 'vitest';

const source = resolve(import.meta.dirname, '../src');

/** The rooms of src from the top down: imports go down this list, never up. */
const rooms = [
  ['cli', 'browser'],
  ['experiments'],
  ['recorders'],
  ['network', 'simulator'],
  ['control'],
  ['physics'],
  ['error.ts', 'nearestName.ts'],
];

/** What may import from Node. */
const forNode = [/^cli\//, /^experiments\//, /^recorders\//, /^network\/backend\//, /^simulator\/workers\//];
/** What of those a browser reaches all the same, and so must not. */
const browserEntries = [
  'index.ts',
  'browser/index.ts',
  'browser/panel.ts',
  'browser/simulator.ts',
  'recorders/index.ts',
  'recorders/page/index.ts',
  'recorders/tensorboard/index.ts',
  'simulator/index.ts',
  'simulator/study/index.ts',
  'network/wasm-kernels/index.ts',
];

const files = readdirSync(source, { recursive: true, encoding: 'utf8' }).filter((file) =>
  file.endsWith('.ts'),
);
const importsOf = (file: string): string[] =>
  [...readFileSync(join(source, file), 'utf8').matchAll(/(?:from|import)\s*\(?\s*'([^']+)'/g)].map(
    (match) => match[1]!,
  );
const localTarget = (file: string, specifier: string): string =>
  relative(source, resolve(source, dirname(file), specifier)).replace(/\.js$/, '.ts');
const levelOf = (file: string): number => rooms.findIndex((names) => names.includes(file.split('/')[0]!));

describe('the structure of src', () => {
  test('every file stands in one of the rooms', () => {
    expect(files.filter((file) => file !== 'index.ts' && levelOf(file) < 0)).toEqual([]);
  });

  test('imports go down the list of rooms, never up, and never between the two bodies', () => {
    const wrong = files
      .filter((file) => file !== 'index.ts')
      .flatMap((file) =>
        importsOf(file)
          .filter((specifier) => specifier.startsWith('.'))
          .map((specifier) => localTarget(file, specifier))
          .filter((target) => {
            const sameRoom = target.split('/')[0] === file.split('/')[0];
            return !sameRoom && levelOf(target) <= levelOf(file);
          })
          .map((target) => `${file} imports ${target}`),
      );
    expect(wrong).toEqual([]);
  });

  test('no files import each other in a circle, types included', () => {
    const onTheWay: string[] = [];
    const done = new Set<string>();
    const circles: string[] = [];
    const visit = (file: string): void => {
      if (done.has(file)) return;
      if (onTheWay.includes(file)) {
        circles.push([...onTheWay.slice(onTheWay.indexOf(file)), file].join(' -> '));
        return;
      }
      onTheWay.push(file);
      for (const specifier of importsOf(file))
        if (specifier.startsWith('.')) visit(localTarget(file, specifier));
      onTheWay.pop();
      done.add(file);
    };
    files.filter((file) => !file.includes('/assembly/')).forEach(visit);
    expect(circles).toEqual([]);
  });

  test('only the rooms for Node import from Node', () => {
    const wrong = files.filter(
      (file) =>
        !forNode.some((room) => room.test(file)) &&
        importsOf(file).some((specifier) => specifier.startsWith('node:')),
    );
    expect(wrong).toEqual([]);
  });

  test('what runs in a browser reaches nothing that imports from Node', () => {
    const reached = new Set<string>();
    const visit = (file: string): void => {
      if (reached.has(file)) return;
      reached.add(file);
      for (const specifier of importsOf(file))
        if (specifier.startsWith('.')) visit(localTarget(file, specifier));
    };
    browserEntries.forEach(visit);
    const wrong = [...reached].filter((file) =>
      importsOf(file).some((specifier) => specifier.startsWith('node:')),
    );
    expect(wrong).toEqual([]);
  });

  test('physics and control hear neither of tfjs nor of Node', () => {
    const wrong = files
      .filter((file) => /^(physics|control)\//.test(file))
      .filter((file) => importsOf(file).some((specifier) => /^@tensorflow|^node:/.test(specifier)));
    expect(wrong).toEqual([]);
  });

  test('nothing reads a tensor synchronously', () => {
    const wrong = files.filter((file) =>
      /\.(dataSync|arraySync|bytesSync)\(/.test(readFileSync(join(source, file), 'utf8')),
    );
    expect(wrong).toEqual([]);
  });
});
