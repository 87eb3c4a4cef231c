// Trains on digits in the page, as a gas: held at a temperature, then cooled along an adiabat. TensorFlow.js is the
// global `tf` of a script tag. The lines that concern tfjs-thermo are marked with their number.
import { panel } from '../../dist/browser/tfjs-thermo-panel.js';
import { adiabatic, along, hold, ThermoMonitor, ThermoSGD } from '../../dist/browser/tfjs-thermo.js'; // 1
import { backends, isThere, use } from './backends.js';
import { batchesOf, loadDigits, tensorsAt } from './digits.js';
import { digitsNetwork } from './network.js';

const byId = (id) => document.getElementById(id);
const form = byId('settings');
const chosen = new URLSearchParams(location.search);

const shown = panel(byId('panel')); // 2
const digits = loadDigits();
/** What the training under way is asked to do: undefined while there is none. */
let course;

for (const [name, { title, note }] of Object.entries(backends)) {
  const option = new Option(`${title}: ${note}`, name);
  option.disabled = !(await isThere(name));
  form.backend.append(option);
}
form.backend.value =
  chosen.get('backend') ?? [...form.backend.options].find(({ disabled }) => !disabled).value;
form.steps.value = chosen.get('steps') ?? form.steps.value;

form.addEventListener('submit', (event) => {
  event.preventDefault();
  course = steering();
  showButtons();
  train(form.backend.value, form.steps.valueAsNumber, course)
    .catch((error) => say(`It ended: ${error.message}`))
    .finally(() => {
      course = undefined;
      showButtons();
    });
});
byId('pause').addEventListener('click', () => {
  course.pause();
  showButtons();
});
byId('stop').addEventListener('click', () => course.stop());
showButtons();
say('Ready.');

async function train(backend, steps, { continued }) {
  say('Loading the digits and the backend …');
  await use(backend);
  const { train, test } = await digits;
  const model = digitsNetwork();
  const cooling = Math.floor(steps / 3);
  model.compile({
    optimizer: new ThermoSGD({
      effectiveLearningRate: 0.01,
      weightDecay: 0.02,
      momentum: 0.5,
      others: { learningRate: 0.05 },
      process: [
        hold({ steps: steps - cooling }),
        along(adiabatic({ temperatureRatio: 0.1 }), { steps: cooling }),
      ],
    }), // 3
    loss: (labels, logits) => tf.losses.softmaxCrossEntropy(labels, logits),
  });
  const recorder = shown.recorder({ name: `digits on ${backend}`, total: steps });
  const monitor = new ThermoMonitor({ model, noise: { every: 20 }, recorders: [recorder] }); // 4
  const testDigits = tensorsAt(test, [...test.labels.keys()]);
  const measureAccuracy = async (step) => {
    const testAccuracy = await accuracyOf(model, testDigits);
    recorder.record({ step, testAccuracy });
    byId('accuracy').textContent = `${(100 * testAccuracy).toFixed(1)} %`;
  };

  const start = performance.now();
  let taken = 0;
  const afterStep = async () => {
    taken += 1;
    byId('progress').value = taken / steps;
    if (taken % 10 === 0) {
      const perStep = (performance.now() - start) / taken;
      say(`Step ${taken} of ${steps} on ${backend}, ${perStep.toFixed(0)} ms a step.`);
    }
    if (taken % 100 === 0) await measureAccuracy(taken);
    // A turn for the page, which fit leaves it only where something is read from the device.
    await new Promise((settle) => setTimeout(settle));
    if (!(await continued())) model.stopTraining = true;
  };
  await model.fitDataset(batchesOf(train, 64), {
    epochs: 1,
    batchesPerEpoch: steps,
    callbacks: [monitor, new AfterEachStep(afterStep)], // 5
    verbose: 0,
  });
  await measureAccuracy(taken);
  recorder.close();
  say(`${taken === steps ? 'Finished' : 'Stopped'} after ${taken} steps on ${backend}.`);
  tf.dispose([testDigits, model.optimizer, model]);
}

/** Does something after each step. (A tf.CustomCallback would read the loss from the device each time.) */
class AfterEachStep extends tf.Callback {
  constructor(onBatchEnd) {
    super();
    this.onBatchEnd = onBatchEnd;
  }
}

/** The share of digits that the model names rightly. */
async function accuracyOf(model, { xs, ys }) {
  const accuracy = tf.tidy(() => {
    const right = tf.equal(tf.argMax(model.predict(xs), 1), tf.argMax(ys, 1));
    return tf.mean(tf.cast(right, 'float32'));
  });
  const [share] = await accuracy.data();
  accuracy.dispose();
  return share;
}

/** A pause and a stop, for the training to ask after each step whether it goes on. */
function steering() {
  let isStopped = false;
  let paused = null;
  let goOn = () => {};
  return {
    get isPaused() {
      return paused !== null;
    },
    pause() {
      if (paused === null) paused = new Promise((resolve) => (goOn = resolve));
      else {
        goOn();
        paused = null;
      }
    },
    stop() {
      isStopped = true;
      goOn();
    },
    async continued() {
      await paused;
      return !isStopped;
    },
  };
}

function showButtons() {
  const isTraining = course !== undefined;
  for (const control of [byId('start'), form.backend, form.steps]) control.disabled = isTraining;
  for (const control of [byId('pause'), byId('stop')]) control.disabled = !isTraining;
  byId('pause').textContent = course?.isPaused ? 'Go on' : 'Pause';
}

function say(text) {
  byId('status').textContent = text;
}
