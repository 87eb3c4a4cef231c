import { spawn } from 'node:child_process';
import { ThermoError } from '../../error.js';
import type { Alert } from './alert.js';

/** Milliseconds that a command or a webhook may take. */
const patience = 30_000;

/** Where alerts go, beside the page. */
export interface AlertOptions {
  /** Told each alert in one line. */
  readonly say: (line: string) => void;
  /** A shell command; the alert is in its environment as ALERT_RUN, ALERT_RULE, ALERT_STEP and ALERT_MESSAGE. */
  readonly command?: string;
  /** An http or https address; the alert is posted to it as JSON. */
  readonly webhook?: string;
}

/**
 * Tells alerts to the terminal, to a command and to a webhook. Nobody waits for either; one that fails is told of once.
 *
 * @throws ThermoError when the webhook is no address
 */
export function alertSinks({ say, command, webhook }: AlertOptions): (alert: Alert, run: string) => void {
  if (webhook !== undefined && !/^https?:$/.test(protocolOf(webhook))) {
    throw new ThermoError(
      `the alert webhook is ${webhook}: pass an address that begins with http:// or https://`,
    );
  }
  let hasFailed = false;
  const fail = (what: string): void => {
    if (!hasFailed) say(`an alert could not be passed on: ${what}; later failures are not told`);
    hasFailed = true;
  };
  return (alert, run) => {
    say(`alert, ${run}, step ${alert.step}: ${alert.message}`);
    if (command !== undefined) runCommand(command, alert, run, fail);
    if (webhook !== undefined) void post(webhook, alert, run, fail);
  };
}

/** What the run says goes in by the environment, so that no text of it is ever read as part of the command. */
function runCommand(
  command: string,
  { rule, step, message }: Alert,
  run: string,
  fail: (what: string) => void,
): void {
  const child = spawn(command, {
    shell: true,
    stdio: 'ignore',
    timeout: patience,
    env: {
      ...process.env,
      ALERT_RUN: run.replaceAll('\0', ''),
      ALERT_RULE: rule,
      ALERT_STEP: String(step),
      ALERT_MESSAGE: message.replaceAll('\0', ''),
    },
  });
  child.on('error', ({ message: why }) => fail(why));
  child.on('exit', (code, signal) => {
    if (signal !== null) fail(`the command was ended by ${signal}; it has ${patience / 1000} s`);
    else if (code !== 0) fail(`the command ended with ${code}`);
  });
  child.unref();
}

async function post(address: string, alert: Alert, run: string, fail: (what: string) => void): Promise<void> {
  try {
    const { ok, status } = await fetch(address, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ run, ...alert }),
      signal: AbortSignal.timeout(patience),
    });
    if (!ok) fail(`the webhook answered ${status}`);
  } catch (error) {
    fail((error as Error).message);
  }
}

function protocolOf(address: string): string {
  return URL.canParse(address) ? new URL(address).protocol : '';
}
