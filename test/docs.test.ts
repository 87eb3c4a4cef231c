import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { describe, expect, test } from 'vitest';

const root = resolve(import.meta.dirname, '..');
const pages = [
  'README.md',
  ...readdirSync(join(root, 'docs')).flatMap((name) => (name.endsWith('.md') ? [`docs/${name}`] : [])),
];
const textOf = (page: string): string => readFileSync(join(root, page), 'utf8');

describe('the docs', () => {
  test.each(pages)('%s links only to files that are there', (page) => {
    const links = [...textOf(page).matchAll(/\]\(([^)#\s]+)[^)]*\)/g)].map((match) => match[1]!);
    const broken = links.filter(
      (link) => !/^https?:/.test(link) && !existsSync(resolve(root, dirname(page), link)),
    );
    expect(broken).toEqual([]);
  });

  test('are all reached from the README', () => {
    const readme = textOf('README.md');
    expect(pages.slice(1).filter((page) => !readme.includes(page))).toEqual([]);
  });

  test('name only commands that package.json and the command line have', () => {
    const { scripts } = JSON.parse(textOf('package.json')) as { scripts: Record<string, string> };
    const named = pages.flatMap((page) =>
      [...textOf(page).matchAll(/npm run ([\w:]+)/g)].map((match) => match[1]!),
    );
    expect(named.filter((name) => !(name in scripts))).toEqual([]);
    const program = readFileSync(join(root, 'src/cli/program.ts'), 'utf8');
    const commands = pages.flatMap((page) =>
      [...textOf(page).matchAll(/npx tfjs-thermo (\w+)/g)].map((match) => match[1]!),
    );
    expect(commands.filter((name) => !program.includes(`${name}Command()`))).toEqual([]);
  });
});
