import { ThermoError } from '../../error.js';
import type { ChainsState } from '../chains/chainsState.js';
import type { Gas } from '../chains/chainsOptions.js';
import { columns, type ConditionsTable } from '../chains/conditionsTable.js';
import type { Engine } from '../chains/engine.js';
import type { Energy } from '../energies/energy.js';
import type { Noise } from '../noises/noise.js';
import { readGroups, writeGroups } from './groups.js';
import { kinds, type KernelExports } from './kernelExports.js';
import { lanes, memoryLayout, type MemoryLayout, rowBytes, sumsOfGroup, tableRows } from './memoryLayout.js';

/** What the kernel knows to run. */
export interface KernelGas extends Gas {
  readonly energy: Exclude<Energy, { kind: 'own' }>;
  readonly noise: Exclude<Noise, { kind: 'own' }>;
}

const pageBytes = 65_536;
/** Group-steps times pairs of components of one call: short, so that a browser or Node soon goes over to optimised code. */
const callWork = 2 ** 18;

/** The engine of the SIMD kernel, with a memory of its own. */
export function wasmEngine(module: WebAssembly.Module, gas: KernelGas, start: ChainsState): Engine {
  const { dimension, chains, energy, noise } = gas;
  const memory = new WebAssembly.Memory({ initial: 1 });
  const kernel = new WebAssembly.Instance(module, { env: { memory } }).exports as unknown as KernelExports;
  const layout = memoryLayout(dimension, chains, kernel.firstFree.value as number);
  for (const [name, value] of Object.entries(layout)) kernel[name as keyof MemoryLayout].value = value;
  const { groups, components } = layout;
  const onSphere = dimension === 3 && noise.kind === 'isotropic';
  const stepsOfCall = Math.max(1, Math.floor(callWork / (groups * (components / 2))));
  let hasVelocity = false;

  const reach = (bytes: number): void => {
    const pages = Math.ceil(bytes / pageBytes) - memory.buffer.byteLength / pageBytes;
    if (pages > 0) grow(memory, pages, gas);
  };
  const floats = (at: number, length: number) => new Float32Array(memory.buffer, at, length);
  const generator = () => new Uint32Array(memory.buffer, layout.generator, 4 * lanes * groups);
  const weights = () => floats(layout.weights, lanes * components * groups);
  const velocity = () => floats(layout.velocity, lanes * components * groups);

  reach(layout.velocity);
  floats(layout.coefficients, dimension).set(
    energy.kind === 'linear' ? energy.direction : energy.coefficients,
  );
  if (noise.kind === 'isotropic') floats(layout.deviations, dimension).fill(1);
  else floats(layout.deviations, dimension).set(noise.deviations);
  writeGroups(start.weights, dimension, weights(), components);
  writeGroups(start.generator, 4, generator(), 4);
  if (start.velocity.length > 0) {
    bearVelocity();
    writeGroups(start.velocity, dimension, velocity(), components);
  }

  function bearVelocity(): void {
    reach(layout.velocity + 4 * lanes * components * groups);
    if (!hasVelocity) velocity().fill(0);
    hasVelocity = true;
  }

  const move = (table: ConditionsTable, steps: number, stepStride: number, groupStride: number): void => {
    const kind =
      (energy.kind === 'quadratic' ? kinds.quadratic : 0) +
      (table.momentum ? kinds.momentum : 0) +
      (table.sphere ? kinds.sphere : 0);
    if (onSphere) kernel.onSphere(kind, steps, stepStride, groupStride);
    else kernel.inSpace(kind, steps, stepStride, groupStride);
  };
  const prepare = (table: ConditionsTable): void => {
    if (table.momentum) bearVelocity();
    else hasVelocity = false;
  };

  return {
    moveTogether(table) {
      prepare(table);
      const rowsOfCall = Math.min(tableRows, stepsOfCall);
      for (let row = 0; row < table.rows; row += rowsOfCall) {
        const steps = Math.min(rowsOfCall, table.rows - row);
        const numbers = table.numbers.subarray(columns * row, columns * (row + steps));
        splatTo(floats(layout.table, lanes * numbers.length), numbers);
        move(table, steps, rowBytes, 0);
      }
    },
    moveApart(table, steps) {
      prepare(table);
      writeGroups(table.numbers, columns, floats(layout.table, lanes * columns * groups), columns);
      for (let taken = 0; taken < steps; taken += stepsOfCall) {
        move(table, Math.min(stepsOfCall, steps - taken), 0, rowBytes);
      }
    },
    takeSums() {
      const sums = new Float64Array(memory.buffer, layout.sums, lanes * sumsOfGroup * groups);
      const rows = new Float64Array(sumsOfGroup * chains);
      readGroups(sums, sumsOfGroup, rows, sumsOfGroup);
      sums.fill(0);
      const column = (i: number) => {
        const values = new Float64Array(chains);
        for (let chain = 0; chain < chains; chain += 1) values[chain] = rows[sumsOfGroup * chain + i]!;
        return values;
      };
      return {
        squaredRadius: column(0),
        energy: column(1),
        secondMoment: column(2),
        heating: column(3),
        spherePressure: column(4),
      };
    },
    weights() {
      const rows = new Float32Array(dimension * chains);
      readGroups(weights(), components, rows, dimension);
      return rows;
    },
    save() {
      const saved = {
        weights: new Float32Array(dimension * chains),
        velocity: new Float32Array(hasVelocity ? dimension * chains : 0),
        generator: new Uint32Array(4 * chains),
      };
      readGroups(weights(), components, saved.weights, dimension);
      if (hasVelocity) readGroups(velocity(), components, saved.velocity, dimension);
      readGroups(generator(), 4, saved.generator, 4);
      return saved;
    },
  };
}

/** Writes every number four times. */
function splatTo(splat: Float32Array, numbers: Float32Array): void {
  for (let i = 0; i < numbers.length; i += 1) {
    const value = numbers[i]!;
    splat[4 * i] = value;
    splat[4 * i + 1] = value;
    splat[4 * i + 2] = value;
    splat[4 * i + 3] = value;
  }
}

function grow(memory: WebAssembly.Memory, pages: number, { chains, dimension }: Gas): void {
  try {
    memory.grow(pages);
  } catch (cause) {
    const megabytes = Math.ceil((memory.buffer.byteLength + pages * pageBytes) / 1e6);
    throw new ThermoError(
      `chains is ${chains} with dimension ${dimension}, which needs ${megabytes} MB where no more can be had: pass fewer chains`,
      { cause },
    );
  }
}
