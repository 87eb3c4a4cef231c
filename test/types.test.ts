import type * as tf from '@tensorflow/tfjs';
import { expectTypeOf, test } from 'vitest';
import type {
  Control,
  ControlSettings,
  NumberOrSchedule,
  Point,
  Process,
  Protocol,
  Recorder,
  Schedule,
  ThermalizeOptions,
  ThermoMonitor,
  ThermoSGD,
  ThermoSGDOptions,
} from '../src/index.js';
import type { digits } from '../src/experiments/index.js';

test('an optimizer and a monitor fit where tfjs takes its own', () => {
  expectTypeOf<ThermoSGD>().toExtend<tf.Optimizer>();
  expectTypeOf<ThermoMonitor>().toExtend<tf.Callback>();
  expectTypeOf<{ optimizer: ThermoSGD; loss: string }>().toExtend<tf.ModelCompileArgs>();
});

test('a control is one of three protocols, told apart by its tag', () => {
  expectTypeOf<Protocol>().toEqualTypeOf<
    'fixedLearningRate' | 'fixedEffectiveLearningRate' | 'fixedSphere'
  >();
  expectTypeOf<Extract<Control, { protocol: 'fixedSphere' }>>()
    .toHaveProperty('radius')
    .toEqualTypeOf<number>();
  expectTypeOf<Extract<Control, { protocol: 'fixedSphere' }>>().not.toHaveProperty('weightDecay');
});

test('every setting takes a number or a schedule', () => {
  expectTypeOf<Required<ControlSettings>[keyof ControlSettings]>().toEqualTypeOf<NumberOrSchedule>();
  expectTypeOf<ThermalizeOptions['momentum']>().toEqualTypeOf<ThermoSGDOptions['momentum']>();
  expectTypeOf<(step: number) => number>().toExtend<Schedule>();
  expectTypeOf<{ effectiveLearningRate: number; others: 'frozen' }>().toExtend<ThermoSGDOptions>();
  expectTypeOf<{ learningRate: string }>().not.toExtend<ThermoSGDOptions>();
});

test('a process has exactly one target', () => {
  expectTypeOf<{ kind: 'isothermal'; volumeRatio: number }>().toExtend<Process>();
  expectTypeOf<{ kind: 'isothermal'; volumeRatio: number; pressureRatio: number }>().not.toExtend<Process>();
});

test('a point is flat, and a recorder may write at once or later', () => {
  expectTypeOf<Point['step']>().toEqualTypeOf<number>();
  expectTypeOf<ReturnType<Recorder['record']>>().toEqualTypeOf<void | Promise<void>>();
  expectTypeOf<typeof digits.build>().returns.toEqualTypeOf<tf.LayersModel>();
});
