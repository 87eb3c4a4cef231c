import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { downloadMnist } from '../../src/experiments/data/index.js';
import { temporaryFolders } from '../temporaryFolders.js';

const newFolder = temporaryFolders();
const contents = new Map([
  ['one.gz', Buffer.from('the first file')],
  ['two.gz', Buffer.from('the second file')],
]);
const files = [...contents].map(([name, content]) => ({
  name,
  sha256: createHash('sha256').update(content).digest('hex'),
}));

let server: Server;
let url: string;
let asked: string[];
let answer: (name: string) => Buffer | undefined;
beforeEach(async () => {
  asked = [];
  answer = (name) => (contents.has(name) ? gzipSync(contents.get(name)!) : undefined);
  server = createServer((request, response) => {
    const name = request.url!.slice('/digits/'.length);
    asked.push(request.url!);
    const body = answer(name);
    response.writeHead(body === undefined ? 404 : 200).end(body);
  });
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/digits`;
});
afterEach(() => void server.close());

describe('downloadMnist', () => {
  test('fetches each file, checks its unzipped content and keeps it as it came', async () => {
    const folder = join(newFolder(), 'new', 'folder');
    const told: string[] = [];
    await downloadMnist(folder, { url, files, onFetch: (address) => told.push(address) });
    expect(readdirSync(folder).toSorted()).toEqual(['one.gz', 'two.gz']);
    expect(readFileSync(join(folder, 'one.gz'))).toEqual(gzipSync(contents.get('one.gz')!));
    expect(asked).toEqual(['/digits/one.gz', '/digits/two.gz']);
    expect(told).toEqual([`${url}/one.gz`, `${url}/two.gz`]);
  });

  test('leaves files alone that are there already, also when they were zipped otherwise', async () => {
    const folder = newFolder();
    const zippedOtherwise = gzipSync(contents.get('one.gz')!, { level: 0 });
    writeFileSync(join(folder, 'one.gz'), zippedOtherwise);
    await downloadMnist(folder, { url, files });
    expect(asked).toEqual(['/digits/two.gz']);
    expect(readFileSync(join(folder, 'one.gz'))).toEqual(zippedOtherwise);
  });

  test('goes on with the missing files after a download that broke off', async () => {
    const folder = newFolder();
    answer = (name) => (name === 'one.gz' ? gzipSync(contents.get(name)!) : undefined);
    await expect(downloadMnist(folder, { url, files })).rejects.toThrow(
      `${url}/two.gz answers 404 Not Found: check the connection, pass another url, or name a folder that holds the files: --data FOLDER`,
    );
    expect(readdirSync(folder)).toEqual(['one.gz']);
    answer = (name) => gzipSync(contents.get(name)!);
    await downloadMnist(folder, { url, files });
    expect(asked).toEqual(['/digits/one.gz', '/digits/two.gz', '/digits/two.gz']);
  });

  test.each([
    [
      'other content',
      gzipSync('something else'),
      /one\.gz was fetched, but its content has SHA-256 [0-9a-f]{64}, not [0-9a-f]{64}: pass another url or name a folder: --data FOLDER$/,
    ],
    [
      'no gzip data',
      Buffer.from('<html>Sign in</html>'),
      /one\.gz was fetched, but its gzip data is damaged: pass another url or name a folder: --data FOLDER$/,
    ],
  ])('refuses %s and writes nothing', async (_, body, message) => {
    const folder = newFolder();
    answer = () => body;
    await expect(downloadMnist(folder, { url, files })).rejects.toThrow(message);
    expect(readdirSync(folder)).toEqual([]);
  });

  test('refuses to replace a file that is another one', async () => {
    const folder = newFolder();
    writeFileSync(join(folder, 'one.gz'), gzipSync('mine'));
    await expect(downloadMnist(folder, { url, files })).rejects.toThrow(
      /one\.gz is there, but its content has .*: remove it or choose another folder$/,
    );
    expect(asked).toEqual([]);
  });

  test('says in one line that the network cannot be reached, and what to do', async () => {
    const folder = newFolder();
    await new Promise((closed) => server.close(closed));
    await expect(downloadMnist(folder, { url, files })).rejects.toThrow(
      `${url}/one.gz cannot be fetched (ECONNREFUSED): check the connection, pass another url, or name a folder that holds the files: --data FOLDER`,
    );
  });

  test('expects MNIST itself unless told otherwise', async () => {
    const folder = newFolder();
    await expect(downloadMnist(folder, { url })).rejects.toThrow(
      `${url}/train-images-idx3-ubyte.gz answers 404 Not Found`,
    );
  });

  test('refuses an address that is none before it makes the folder', async () => {
    const folder = join(newFolder(), 'new');
    await expect(downloadMnist(folder, { url: 'mnist' })).rejects.toThrow(
      /^url is mnist: pass an address such as https:/,
    );
    expect(existsSync(folder)).toBe(false);
  });

  test('says in one line that the folder cannot be made', async () => {
    const file = join(newFolder(), 'file');
    writeFileSync(file, '');
    await expect(downloadMnist(join(file, 'below'), { url, files })).rejects.toThrow(
      /file\/below cannot be written: a file is where its folder should be/,
    );
  });
});
