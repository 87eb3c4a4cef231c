import { basename } from 'node:path';
import { Command } from 'commander';
import { runFoldersIn, watchFolders } from '../experiments/watching/index.js';
import { liveServer } from '../recorders/node.js';
import { alertsOf } from './alertsOf.js';
import { addPageOptions, placeOf, type LiveFlags } from './liveOptions.js';
import { requirePlace } from './requireLive.js';
import { stopOnSignal } from './stopOnSignal.js';

/** `tfjs-thermo watch`: a page of finished and running folders. */
export function watchCommand(): Command {
  const command = new Command('watch')
    .description(
      'show run folders on a page, those that still grow and those that come later too, until Ctrl-C',
    )
    .argument('<folder...>', 'run folders, or folders that hold some');
  return addPageOptions(command).action(async (folders: string[], page: LiveFlags) => {
    folders.forEach(runFoldersIn);
    const tell = alertsOf(page);
    await requirePlace(page);
    const signal = stopOnSignal('now');
    const server = await liveServer(placeOf(page));
    try {
      await watchFolders({
        folders,
        runs: server.runs,
        signal,
        onAlert: (alert, folder) => tell(alert, basename(folder)),
        warn: (line) => process.stderr.write(`${line}\n`),
      });
    } finally {
      await server.close();
    }
  });
}
