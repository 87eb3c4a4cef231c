import { setTimeout as wait } from 'node:timers/promises';
import { viewer } from './viewer.js';
import type { ViewersReport } from './viewers.js';

/** Milliseconds that the slow viewer takes nothing, and between coming and going. */
const interval = 2000;
/** Milliseconds that viewers have to see what they have not seen yet. */
const patience = 15_000;

const address = process.argv[2]!;
const [normal, slow, comingAndGoing] = [viewer(address), viewer(address), viewer(address)];
const all = [normal, slow, comingAndGoing];
all.forEach((one) => one.come());

let turns = 0;
const turning = setInterval(() => {
  turns += 1;
  const isOn = turns % 2 === 0;
  slow.take(isOn);
  if (isOn) comingAndGoing.come();
  else comingAndGoing.leave();
}, interval);

/** Asked for the counts when the last step is known: all then see the rest. */
process.on('message', (lastStep: number) => {
  clearInterval(turning);
  slow.take(true);
  if (turns % 2 === 1) comingAndGoing.come();
  void report(lastStep);
});
// Whoever started it is gone.
process.on('disconnect', () => process.exit());

async function report(lastStep: number): Promise<void> {
  const end = performance.now() + patience;
  while (all.some(({ newest }) => newest < lastStep) && performance.now() < end) await wait(50);
  const counts: ViewersReport = {
    normal: normal.seen,
    slow: slow.seen,
    comingAndGoing: comingAndGoing.seen,
  };
  process.send!(counts);
}
