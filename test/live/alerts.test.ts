import { createServer } from 'node:http';
import { readFileSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { afterAll, describe, expect, test, vi } from 'vitest';
import { alertSinks, alertWatch, type Alert } from '../../src/recorders/node.js';
import { temporaryFolders } from '../temporaryFolders.js';
import { gasPoint } from './gasPoint.js';

const newFolder = temporaryFolders();

describe('an alert', () => {
  test('is not raised by a gas at equilibrium', () => {
    const alertsOf = alertWatch({ total: 100 });
    expect([1, 2, 3, 4].flatMap((step) => alertsOf(gasPoint(step)))).toEqual([]);
  });

  test.each([
    ['tooHot', { effectiveLearningRate: 0.06 }, 'one step turns the weights by 0.53 radians'],
    ['frozen', { effectiveLearningRate: 1e-5 }, 'the whole run would turn the weights by 0.0028 radians'],
    ['nonFinite', { volume: Infinity, loss: NaN }, 'loss, volume turned non-finite'],
    ['rateBeyondNoise', { noiseShare: 0.2, stepCorrelation: -0.6 }, 'noise is 20 % of the second moment'],
  ] as const)('%s is raised once, and again only after a reading without it', (rule, changed, message) => {
    const alertsOf = alertWatch({ total: 1000 });
    const raised = [true, true, false, true].map((isBad, i) =>
      alertsOf({ ...gasPoint(i + 1), ...(isBad ? changed : {}) }),
    );
    expect(raised.map((alerts) => alerts.map((alert) => alert.rule))).toEqual([[rule], [], [], [rule]]);
    expect(raised[0]![0]!.message).toContain(message);
  });

  test('notAtEquilibrium is raised when a phase is left with Z_tot off 1 by more than a tenth', () => {
    const leftAt = (totalCompressibility: number): readonly Alert[] => {
      const alertsOf = alertWatch();
      alertsOf({ ...gasPoint(1), phase: 'equilibrate', totalCompressibility });
      return alertsOf({ ...gasPoint(2), phase: 'adiabatic' });
    };
    expect(leftAt(1.09)).toEqual([]);
    expect(leftAt(0.91)).toEqual([]);
    expect(leftAt(1.11)).toMatchObject([
      {
        rule: 'notAtEquilibrium',
        step: 2,
        message: expect.stringMatching(/^equilibrate was left at Z_tot = 1\.11/),
      },
    ]);
  });

  test('is not raised by an evaluation, which shows no gas', () => {
    expect(alertWatch()({ step: 1, phase: 'hold', testLoss: NaN })).toEqual([]);
  });
});

describe('alerts are passed on', () => {
  const alert: Alert = { rule: 'tooHot', step: 7, message: '$(touch here); "quoted"' };
  const posted: string[] = [];
  const server = createServer((request, response) => {
    let body = '';
    request.on('data', (chunk: Buffer) => (body += chunk.toString()));
    request.on('end', () => {
      posted.push(body);
      response.writeHead(request.url === '/refuses' ? 500 : 204).end();
    });
  });
  const listening = new Promise<number>((settle) => {
    server.listen(0, '127.0.0.1', () => settle((server.address() as AddressInfo).port));
  });
  afterAll(() => void server.close());

  test('to a command, which finds them in its environment and none of their text in its line', async () => {
    const file = join(newFolder(), 'alerts');
    const lines: string[] = [];
    const tell = alertSinks({
      say: (line) => lines.push(line),
      command: `printf '%s|' "$ALERT_RUN" "$ALERT_RULE" "$ALERT_STEP" "$ALERT_MESSAGE" > ${file}`,
    });
    tell(alert, 'a `run`');
    await vi.waitFor(
      () => expect(readFileSync(file, 'utf8')).toBe('a `run`|tooHot|7|$(touch here); "quoted"|'),
      { timeout: 5000 },
    );
    expect(lines).toEqual(['alert, a `run`, step 7: $(touch here); "quoted"']);
  });

  test('to a webhook, as JSON', async () => {
    alertSinks({ say: () => {}, webhook: `http://127.0.0.1:${await listening}/` })(alert, 'first');
    await vi.waitFor(() => expect(posted).toHaveLength(1));
    expect(JSON.parse(posted[0]!)).toEqual({ run: 'first', ...alert });
  });

  test('and a failure of either is told once', async () => {
    const lines: string[] = [];
    const tell = alertSinks({
      say: (line) => lines.push(line),
      webhook: `http://127.0.0.1:${await listening}/refuses`,
    });
    tell(alert, 'first');
    tell(alert, 'first');
    await vi.waitFor(() => expect(posted).toHaveLength(3));
    await vi.waitFor(() => expect(lines).toHaveLength(3));
    expect(lines.filter((line) => line.startsWith('an alert could not be passed on'))).toEqual([
      'an alert could not be passed on: the webhook answered 500; later failures are not told',
    ]);
  });

  test.each(['ftp://x/', 'no address'])('never to %s, which is refused', (webhook) => {
    expect(() => alertSinks({ say: () => {}, webhook })).toThrow(
      `the alert webhook is ${webhook}: pass an address that begins with http:// or https://`,
    );
  });
});
