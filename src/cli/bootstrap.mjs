// Gets a fresh clone to where the compiled program can run: Node's version, dependencies, compilation, then the
// best backend. Plain JavaScript that imports nothing but Node, as it runs before anything is installed.
import { spawn } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  readdirSync,
  renameSync,
  rmdirSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath, pathToFileURL } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..');
const inRoot = (...names) => join(root, ...names);
const compiledNote = inRoot('dist', '.compiled');
const modifiedAt = (path) => (existsSync(path) ? statSync(path).mtimeMs : 0);

requireNode();
if (!isInstalled() || !isCompiled()) {
  mkdirSync(inRoot('dist'), { recursive: true });
  await withLock(inRoot('dist', '.setup-lock'), async () => {
    if (!isInstalled()) await install();
    if (!isCompiled()) await compile();
  });
}
const { prepareBackend } = await import(pathToFileURL(inRoot('dist', 'network', 'backend', 'index.js')).href);
await prepareBackend((line) => console.log(`setup: ${line}`)).catch((error) => fail(error.stack));

function requireNode() {
  const [major, minor] = process.versions.node.split('.').map(Number);
  if (major > 20 || (major === 20 && minor >= 19)) return;
  fail(
    `Node ${process.versions.node} is too old: install Node 20.19 or newer (20 or 22 for TensorFlow's C library)`,
  );
}

/** Installs exactly the versions of the lock file. */
async function install() {
  await step('installing dependencies', npm('ci', '--no-audit', '--no-fund', '--loglevel=warn'));
}

/** npm writes its own copy of the lock file last, so an install that was interrupted or is out of date shows. */
function isInstalled() {
  const installed = modifiedAt(inRoot('node_modules', '.package-lock.json'));
  return installed > 0 && installed >= modifiedAt(inRoot('package-lock.json'));
}

/** The note of the last compilation that went well is younger than every source. */
function isCompiled() {
  const compiled = modifiedAt(compiledNote);
  return (
    modifiedAt(inRoot('tsconfig.json')) <= compiled &&
    readdirSync(inRoot('src'), { recursive: true, withFileTypes: true }).every(
      (entry) => !entry.isFile() || modifiedAt(join(entry.parentPath, entry.name)) <= compiled,
    )
  );
}

async function compile() {
  const start = new Date();
  await step('compiling', [process.execPath, inRoot('node_modules', 'typescript', 'bin', 'tsc'), '-p', root]);
  await step('building the live page', [process.execPath, inRoot('src', 'recorders', 'page', 'bundle.mjs')]);
  await step('building the browser modules', [process.execPath, inRoot('src', 'browser', 'bundle.mjs')]);
  writeFileSync(compiledNote, '');
  // A source that was saved while the compiler ran is then still younger.
  utimesSync(compiledNote, start, start);
}

/** npm as it was started with, so that no other version on the path is taken. */
function npm(...parameters) {
  const cli = process.env.npm_execpath;
  if (cli?.endsWith('.js')) return [process.execPath, cli, ...parameters];
  return [process.platform === 'win32' ? 'npm.cmd' : 'npm', ...parameters];
}

async function step(what, command) {
  const start = performance.now();
  console.log(`setup: ${what} ...`);
  const seconds = () => Math.round((performance.now() - start) / 1000);
  const timer = setInterval(() => console.log(`setup: ${what} ... ${seconds()} s`), 10_000);
  await run(command).finally(() => clearInterval(timer));
  console.log(`setup: ${what}: done in ${seconds()} s`);
}

/** Runs a command; where it fails, shows its last lines and ends with its exit code. */
function run([program, ...parameters]) {
  return new Promise((resolve) => {
    const child = spawn(program, parameters, {
      cwd: root,
      stdio: ['ignore', 'pipe', 'pipe'],
      shell: program.endsWith('.cmd'),
    });
    let written = '';
    child.stdout.on('data', (chunk) => (written += chunk));
    child.stderr.on('data', (chunk) => (written += chunk));
    child.on('error', (error) => fail(`${program} could not be started: ${error.message}`));
    child.on('close', (code, signal) => {
      if (code === 0) return resolve();
      const lastLines = written.trimEnd().split('\n').slice(-30).join('\n');
      return fail(
        `${[program, ...parameters].join(' ')} failed (${code ?? signal})\n${lastLines}`,
        code ?? 1,
      );
    });
  });
}

/** One set-up at a time: the lock is a folder that its holder touches every second; an untouched one is left over. */
async function withLock(path, work) {
  for (let waited = 0; !take(path); waited += 1) {
    if (waited === 0) console.log('setup: waiting for another set-up of this folder to finish ...');
    if (isLeftOver(path)) takeAway(path);
    await wait(250);
  }
  const renewal = setInterval(() => existsSync(path) && utimesSync(path, new Date(), new Date()), 1000);
  process.on('exit', () => release(path));
  await work();
  clearInterval(renewal);
  release(path);
}

function take(path) {
  try {
    mkdirSync(path);
    return true;
  } catch (error) {
    if (error.code === 'EEXIST') return false;
    return fail(`${path} cannot be written (${error.code}): clone into a folder of your own`);
  }
}

function isLeftOver(path) {
  return existsSync(path) && Date.now() - modifiedAt(path) > 10_000;
}

/** Only one process can rename a left-over lock away; one that finds it caught a live lock puts it back. */
function takeAway(path) {
  const aside = `${path}.${process.pid}`;
  try {
    renameSync(path, aside);
    if (isLeftOver(aside)) release(aside);
    else renameSync(aside, path);
  } catch (error) {
    if (error.code !== 'ENOENT') throw error;
  }
}

function release(path) {
  try {
    rmdirSync(path);
  } catch (error) {
    if (error.code !== 'ENOENT') throw error;
  }
}

function fail(message, code = 1) {
  console.error(`setup: ${message}`);
  process.exit(code);
}
