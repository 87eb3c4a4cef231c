import { request as requestPlainly } from 'node:http';
import { request as requestSecurely, type RequestOptions } from 'node:https';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import type { NativePackage } from './nativePackage.js';

/** What is known of a package's own prebuilt addon after one quick question. */
export type PrebuiltReach =
  { readonly reachable: true } | { readonly reachable: false; readonly why: string };

/**
 * Asks for the head of the prebuilt addon's archive, through the proxy that its package would use, and waits `patience`
 * milliseconds for an answer at most.
 */
export async function reachPrebuilt(found: NativePackage, patience = 3000): Promise<PrebuiltReach> {
  const platform = { linux: 'linux', darwin: 'darwin', win32: 'windows' }[process.platform as string];
  const kind = found.name.endsWith('-gpu') ? 'GPU' : 'CPU';
  const extension = platform === 'windows' ? 'zip' : 'tar.gz';
  const address = new URL(`${found.prebuiltFolder}/${kind}-${platform}-${found.version}.${extension}`);
  try {
    const status = await statusOf(address, agentFor(found), patience);
    return status < 400
      ? { reachable: true }
      : { reachable: false, why: `its host answers with status ${status}` };
  } catch (error) {
    return { reachable: false, why: `its host cannot be reached (${(error as Error).message})` };
  }
}

function statusOf(address: URL, agent: RequestOptions['agent'], patience: number): Promise<number> {
  return new Promise((resolve, reject) => {
    const request = address.protocol === 'https:' ? requestSecurely : requestPlainly;
    const sent = request(address, { method: 'HEAD', ...(agent ? { agent } : {}) }, (response) => {
      clearTimeout(timer);
      response.resume();
      resolve(response.statusCode ?? 0);
    });
    const timer = setTimeout(() => sent.destroy(new Error(`no answer in ${patience / 1000} s`)), patience);
    sent.on('error', (error) => {
      clearTimeout(timer);
      reject(error);
    });
    sent.end();
  });
}

function agentFor(found: NativePackage): RequestOptions['agent'] {
  const { env } = process;
  const proxy = env['HTTPS_PROXY'] || env['https_proxy'] || env['HTTP_PROXY'] || env['http_proxy'];
  if (!proxy) return undefined;
  const ProxyAgent = createRequire(join(found.folder, 'package.json'))('https-proxy-agent') as new (
    proxy: string,
  ) => RequestOptions['agent'] & object;
  return new ProxyAgent(proxy);
}
