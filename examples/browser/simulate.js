// Runs the simulator in workers, beside the page that shows it.
import { panel } from '../../dist/browser/tfjs-thermo-panel.js';
import {
  adiabatic,
  along,
  controller,
  ensemble,
  equilibrate,
  linearEnergy,
  simulate,
  webWorkers,
} from '../../dist/browser/tfjs-thermo-simulator.js';

const byId = (id) => document.getElementById(id);
const form = byId('settings');
const shown = panel(byId('panel'));
let abort = null;

form.addEventListener('submit', async (event) => {
  event.preventDefault();
  abort = new AbortController();
  showButtons();
  const [dimension, chains, steps] = [form.dimension, form.chains, form.steps].map(
    (input) => input.valueAsNumber,
  );
  await run({ dimension, chains, steps }, abort.signal).catch((error) => say(`It ended: ${error.message}`));
  abort = null;
  showButtons();
});
byId('stop').addEventListener('click', () => abort.abort());
showButtons();
say('Ready.');

async function run({ dimension, chains, steps }, signal) {
  const pool = webWorkers();
  say(`Simulating on ${pool.workers} workers …`);
  const start = performance.now();
  const body = await ensemble({ dimension, chains, energy: linearEnergy({ dimension }), pool });
  const recorder = shown.recorder({ name: `${chains} chains, d = ${dimension}` });
  try {
    const { state, steps: taken } = await simulate({
      body,
      controller: controller({ effectiveLearningRate: 0.01, weightDecay: 0.1 }, [
        equilibrate({ tolerance: 0.01 }),
        along(adiabatic({ temperatureRatio: 0.1 }), { steps, drive: 'feedForward' }),
      ]),
      steps: 10 * steps,
      every: 100,
      recorders: [recorder],
      signal,
    });
    const nanoseconds = ((performance.now() - start) * 1e6) / (taken * chains);
    say(
      `${state === 'finished' ? 'Finished' : 'Stopped'} after ${taken.toLocaleString('en')} steps, ` +
        `${nanoseconds.toFixed(0)} ns a step of a chain, with the ${body.engine.name} kernel.`,
    );
  } finally {
    recorder.close();
    await body.dispose();
    await pool.dispose();
  }
}

function showButtons() {
  for (const control of [byId('start'), form.dimension, form.chains, form.steps])
    control.disabled = abort !== null;
  byId('stop').disabled = abort === null;
}

function say(text) {
  byId('status').textContent = text;
}
