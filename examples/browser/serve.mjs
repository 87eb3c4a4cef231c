// Serves this folder, the module and TensorFlow.js to this machine alone: node examples/browser/serve.mjs [port]
import { createReadStream } from 'node:fs';
import { realpath, stat } from 'node:fs/promises';
import { createServer } from 'node:http';
import { dirname, extname, join, sep } from 'node:path';
import { fileURLToPath } from 'node:url';

const here = import.meta.dirname;
const distOf = (name) => join(dirname(fileURLToPath(import.meta.resolve(`${name}/package.json`))), 'dist');

/** What is served: the folder that stands under each first part of a path. */
const folders = {
  '': here,
  digits: join(here, '..', 'data', 'mnist'),
  'tfjs-thermo': join(here, '..', '..', 'dist', 'browser'),
  tfjs: distOf('@tensorflow/tfjs'),
  wasm: distOf('@tensorflow/tfjs-backend-wasm'),
  webgpu: distOf('@tensorflow/tfjs-backend-webgpu'),
};

const types = {
  '.css': 'text/css; charset=utf-8',
  '.gz': 'application/gzip',
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.map': 'application/json',
  '.svg': 'image/svg+xml',
  '.wasm': 'application/wasm',
};

/** Only what comes from here runs, and WebAssembly: nothing that these pages load needs more. */
const headers = {
  'Cache-Control': 'no-cache',
  'Content-Security-Policy':
    "default-src 'self'; script-src 'self' 'wasm-unsafe-eval'; img-src 'self' blob: data:",
  'X-Content-Type-Options': 'nosniff',
};

/** The file that a path names; null where there is none, or where it lies outside of what is served. */
async function fileOf(path) {
  const [, first, rest] = /^\/(?:([\w-]+)\/)?([\w.-]*)$/.exec(path) ?? [];
  const folder = folders[first ?? ''];
  if (folder === undefined || !Object.hasOwn(folders, first ?? '')) return null;
  const name = rest === '' ? 'index.html' : rest;
  const file = await realpath(join(folder, name)).catch(() => null);
  if (file === null || !file.startsWith((await realpath(folder)) + sep)) return null;
  return types[extname(file)] !== undefined && (await stat(file)).isFile() ? file : null;
}

const server = createServer(async (request, response) => {
  const refuse = (status) => response.writeHead(status, headers).end();
  if (request.method !== 'GET' && request.method !== 'HEAD') return refuse(405);
  // A name of another site that leads here would make this server a part of that site.
  if (!/^(127\.0\.0\.1|localhost)(:\d+)?$/.test(request.headers.host ?? '')) return refuse(403);
  const file = await fileOf(request.url.split('?')[0]);
  if (file === null) return refuse(404);
  response.writeHead(200, { ...headers, 'Content-Type': types[extname(file)] });
  if (request.method === 'HEAD') return response.end();
  return createReadStream(file).pipe(response);
});

const port = Number(process.argv[2] ?? 8485);
server.on('error', ({ code }) => {
  console.error(code === 'EADDRINUSE' ? `port ${port} is in use: pass another one` : `cannot serve: ${code}`);
  process.exitCode = 1;
});
server.listen(port, '127.0.0.1', () => {
  console.log(`http://127.0.0.1:${server.address().port}/  (Ctrl-C ends it)`);
});
