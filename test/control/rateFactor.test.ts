import { expect, test } from 'vitest';
import { controller, controllerFrom, cosine, hold } from '../../src/control/index.js';
import { ThermoError } from '../../src/error.js';

const settings = { learningRate: cosine({ from: 0.1, steps: 100 }), weightDecay: 0.01 };

test('a rate factor multiplies the scheduled rate from the next step on, and nothing else', () => {
  const turned = controller(settings);
  turned.rateFactor = 0.5;
  const [half, whole] = [turned.next(40).control, controller(settings).next(40).control];
  // 0.1 (1 + cos(.4 pi)) / 2 = .0654508...
  expect(whole).toMatchObject({ learningRate: expect.closeTo(0.06545084971874737, 15) as number });
  expect(half).toEqual({ ...whole, learningRate: expect.closeTo(0.03272542485937368, 15) as number });
});

test('a rate factor is saved with the controller', () => {
  const turned = controller(settings);
  turned.rateFactor = 0.25;
  expect(controllerFrom(JSON.parse(JSON.stringify(turned.save()))).rateFactor).toBe(0.25);
});

test('a rate factor is refused where it is negative or stages lead the rate', () => {
  expect(() => (controller(settings).rateFactor = -1)).toThrow(
    new ThermoError('rateFactor is -1: pass a number of at least 0'),
  );
  expect(() => (controller(settings, [hold({ steps: 3 })]).rateFactor = 0.5)).toThrow(
    new ThermoError(
      'the optimizer follows a process, which leads its rate: leave out the process (hold), or the callback that turns the rate too',
    ),
  );
});
