import { alertSinks, type Alert } from '../recorders/node.js';
import type { LiveFlags } from './liveOptions.js';

/** Who is told of alerts on the command line: the terminal, and the command and webhook that the user names. */
export function alertsOf({ alertCommand, alertWebhook }: LiveFlags): (alert: Alert, run: string) => void {
  return alertSinks({
    say: (line) => process.stderr.write(`${line}\n`),
    ...(alertCommand === undefined ? {} : { command: alertCommand }),
    ...(alertWebhook === undefined ? {} : { webhook: alertWebhook }),
  });
}
