import { addDegrees, type Degree, degreeZero } from './degree.js';
import { demandFixed, demandTogether, noteRemoval, type ScaleSystem } from './scaleSystem.js';

/** A constant added to every channel: the same at all positions and samples, whatever it is along the channel axis. */
export interface Offset {
  /** The bias it comes from; null for one that is not trained. */
  readonly variable: number | null;
  readonly degree: Degree;
}

/** Channels that scale alike: their values are a homogeneous part of this degree plus the offsets. */
export interface Part {
  readonly degree: Degree;
  readonly offsets: readonly Offset[];
  /** Number of channels; null where the part is the whole axis. */
  readonly size: number | null;
}

/**
 * The abstract value of a tensor: how its entries change when the weights are scaled. `axis` is the one that the parts
 * divide and along which the offsets vary (batch included, so never negative).
 */
export interface Scaling {
  readonly axis: number;
  readonly parts: readonly [Part, ...Part[]];
}

/** The scaling of a tensor that no weight scales. */
export const fixedScaling: Scaling = { axis: 0, parts: [{ degree: degreeZero, offsets: [], size: null }] };

/** The scaling of a tensor that is homogeneous as a whole. */
export function homogeneous(degree: Degree): Scaling {
  return { axis: 0, parts: [{ degree, offsets: [], size: null }] };
}

/** The same scaling with each part replaced. */
export function mapParts(value: Scaling, replace: (part: Part) => Part): Scaling {
  const [first, ...rest] = value.parts;
  return { axis: value.axis, parts: [replace(first), ...rest.map((part) => replace(part))] };
}

/** The same scaling, its parts and offsets moved to another axis by a step that keeps them apart. */
export function moveTo(value: Scaling, axis: number): Scaling {
  return { axis, parts: value.parts };
}

/** Whether the tensor is homogeneous as a whole, so that no axis of it is special. */
export function isUniform(value: Scaling): boolean {
  return value.parts.length === 1 && value.parts[0].offsets.length === 0;
}

/** The scaling after a product with a weight or tensor of this degree. */
export function multiplied(value: Scaling, degree: Degree): Scaling {
  return mapParts(value, (part) => ({
    ...part,
    degree: addDegrees(part.degree, degree),
    offsets: part.offsets.map((offset) => ({ ...offset, degree: addDegrees(offset.degree, degree) })),
  }));
}

/** Makes every part homogeneous: from here on an offset scales with what it was added to, or not at all. */
export function settled(system: ScaleSystem, value: Scaling, label: string): Scaling {
  return mapParts(value, (part) => {
    for (const offset of part.offsets) {
      if (offset.variable !== null) system.felt.add(offset.variable);
      const because = `${label} needs the bias before it to scale together with what it is added to`;
      demandTogether(system, part.degree, offset.degree, because);
    }
    return { ...part, offsets: [] };
  });
}

/** Ties all parts to one: what mixes channels needs them to scale together. */
export function merged(system: ScaleSystem, value: Scaling, label: string): Scaling {
  const [first, ...rest] = value.parts;
  for (const part of rest) {
    demandTogether(
      system,
      first.degree,
      part.degree,
      `${label} mixes its channels and needs them to scale together`,
    );
  }
  const offsets = value.parts.flatMap((part) => part.offsets);
  return { axis: value.axis, parts: [{ degree: first.degree, offsets, size: null }] };
}

/** The scaling expressed on `axis`, tied to one homogeneous part if it lives on another. */
export function onAxis(system: ScaleSystem, value: Scaling, axis: number, label: string): Scaling {
  if (value.axis === axis || isUniform(value)) return moveTo(value, axis);
  return moveTo(settled(system, merged(system, value, label), label), axis);
}

/** The scaling once a bias that varies along `axis` only is added. */
export function withOffset(
  system: ScaleSystem,
  value: Scaling,
  axis: number,
  offset: Offset,
  label: string,
): Scaling {
  const added = mapParts(value, (part) => ({ ...part, offsets: [...part.offsets, offset] }));
  return value.axis === axis || isUniform(value) ? moveTo(added, axis) : settled(system, added, label);
}

/** Demands that the tensor keeps its scale, and returns the scaling of what is computed from it. */
export function fixed(system: ScaleSystem, value: Scaling, because: string): Scaling {
  for (const part of value.parts) {
    demandFixed(system, part.degree, because);
    for (const offset of part.offsets) {
      if (offset.variable !== null) system.felt.add(offset.variable);
      demandFixed(system, offset.degree, because);
    }
  }
  return fixedScaling;
}

/**
 * Subtracts the mean and divides by the deviation over `reducedAxes`: the scale of each part goes, and so does an offset
 * that is constant over those axes. Where the parts themselves lie along a reduced axis they must scale together.
 */
export function normalized(
  system: ScaleSystem,
  value: Scaling,
  reducedAxes: readonly number[],
  label: string,
  path: string,
): Scaling {
  const across = !isUniform(value) && reducedAxes.includes(value.axis);
  const apart = across ? settled(system, merged(system, value, label), label) : value;
  for (const part of apart.parts) {
    for (const variable of part.degree.keys()) noteRemoval(system.scaleRemovedBy, variable, path);
    for (const { variable } of part.offsets) {
      if (variable !== null) noteRemoval(system.constantRemovedBy, variable, path);
    }
  }
  return fixedScaling;
}
