// Serves the pages of this folder and what they load to this machine alone: node examples/browser/serve.mjs [port]
import { createReadStream, existsSync } from 'node:fs';
import { createServer } from 'node:http';
import { dirname, extname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = join(import.meta.dirname, '..', '..');
const distOf = (name) => join(dirname(fileURLToPath(import.meta.resolve(`${name}/package.json`))), 'dist');

/** What is served: these folders of the package in their places, and TensorFlow.js. */
const folders = {
  'examples/browser': join(root, 'examples', 'browser'),
  'examples/data/mnist': join(root, 'examples', 'data', 'mnist'),
  'dist/browser': join(root, 'dist', 'browser'),
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
  'Content-Security-Policy': "default-src 'self'; script-src 'self' 'wasm-unsafe-eval'; img-src 'self' blob:",
  'X-Content-Type-Options': 'nosniff',
};

/** The file that a path names; null where none is served under it. */
function fileOf(path) {
  const [, folder, name] = /^\/([\w/]+)\/([\w.-]*)$/.exec(path) ?? [];
  const type = types[extname(name || 'index.html')];
  if (type === undefined || !Object.hasOwn(folders, folder)) return null;
  const file = join(folders[folder], name || 'index.html');
  return existsSync(file) ? { file, type } : null;
}

const server = createServer((request, response) => {
  const answer = (status, own) => response.writeHead(status, { ...headers, ...own });
  // Under the name of another site that leads here, this server would be a part of that site.
  if (!/^(127\.0\.0\.1|localhost)(:\d+)?$/.test(request.headers.host ?? '')) return answer(403).end();
  if (request.method !== 'GET' && request.method !== 'HEAD') return answer(405).end();
  const path = request.url.split('?')[0];
  if (path === '/') return answer(302, { Location: `/examples/browser${request.url}` }).end();
  const found = fileOf(path);
  if (found === null) return answer(404).end();
  answer(200, { 'Content-Type': found.type });
  return request.method === 'HEAD' ? response.end() : createReadStream(found.file).pipe(response);
});

const port = Number(process.argv[2] ?? 8485);
server.on('error', ({ code }) => {
  console.error(code === 'EADDRINUSE' ? `port ${port} is in use: pass another one` : `cannot serve: ${code}`);
  process.exitCode = 1;
});
server.listen(port, '127.0.0.1', () => {
  console.log(`http://127.0.0.1:${server.address().port}/  (Ctrl-C ends it)`);
});
