import type { Command } from 'commander';
import { numberOption } from './options.js';

/** What the live page may be told on the command line. */
export interface LiveFlags {
  readonly live?: true;
  readonly port?: number;
  readonly host?: string;
  readonly alertCommand?: string;
  readonly alertWebhook?: string;
}

/** What is said of the page itself. */
export const pageFlags = ['port', 'host', 'alertCommand', 'alertWebhook'] as const;

/** The flags of `LiveFlags`: all that a resumed run may be told anew of them. */
export const liveFlagNames: readonly string[] = ['live', ...pageFlags];

/** Adds where a page is served and who else is told of alerts. */
export function addPageOptions(command: Command): Command {
  return command
    .addOption(
      numberOption('--port <n>', 'port of the page; the next free one where it is in use (default: 8484)'),
    )
    .option('--host <address>', 'address the page is served on; beyond 127.0.0.1 a token is asked for')
    .option(
      '--alert-command <command>',
      'shell command run for each alert, which is in its environment as ALERT_*',
    )
    .option('--alert-webhook <address>', 'address that each alert is posted to as JSON');
}

/** Adds `--live` and what goes with it. */
export function addLiveOptions(command: Command): Command {
  return addPageOptions(command.option('--live', 'show the run on a page while it goes on'));
}

/** Takes the flags of the page apart from the others. */
export function partedFromLive<Flags extends LiveFlags>(
  flags: Flags,
): { readonly page: LiveFlags; readonly given: Omit<Flags, keyof LiveFlags> } {
  const { live, port, host, alertCommand, alertWebhook, ...given } = flags;
  const page = { live, port, host, alertCommand, alertWebhook };
  return { page: withoutUndefined(page), given };
}

function withoutUndefined(flags: { [Name in keyof LiveFlags]: LiveFlags[Name] | undefined }): LiveFlags {
  return Object.fromEntries(Object.entries(flags).filter(([, value]) => value !== undefined));
}

/** Where the page is served, as `liveServer` takes it. */
export function placeOf({ port, host }: LiveFlags): { readonly port?: number; readonly host?: string } {
  return { ...(port === undefined ? {} : { port }), ...(host === undefined ? {} : { host }) };
}
