import { cp, mkdir, mkdtemp, readdir, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

const installed = resolve(import.meta.dirname, '../../node_modules');

/** Which packages a project has: all that are installed here, linked, but for these. */
export interface ProjectPackages {
  readonly without?: readonly string[];
  /** Copied as npm would install them, without what an install script would add. */
  readonly asInstalled?: readonly string[];
}

/** Makes a project in a temporary folder that has some of the packages installed here. */
export async function makeProject({ without = [], asInstalled = [] }: ProjectPackages): Promise<string> {
  const project = await mkdtemp(join(tmpdir(), 'tfjs-thermo-project-'));
  await writeFile(join(project, 'package.json'), '{ "type": "module" }');
  const names = (await readdir(installed)).filter((name) => !name.startsWith('.'));
  for (const name of names) {
    if (!name.startsWith('@')) await put(project, name);
    else for (const inner of await readdir(join(installed, name))) await put(project, `${name}/${inner}`);
  }
  return project;

  async function put(folder: string, name: string): Promise<void> {
    if (without.includes(name)) return;
    const place = join(folder, 'node_modules', name);
    await mkdir(resolve(place, '..'), { recursive: true });
    if (!asInstalled.includes(name)) await symlink(join(installed, name), place);
    else {
      const addons = join(installed, name, 'lib');
      await cp(join(installed, name), place, { recursive: true, filter: (path) => !path.startsWith(addons) });
    }
  }
}

/** Removes a project. */
export async function removeProject(project: string): Promise<void> {
  await rm(project, { recursive: true, force: true });
}
