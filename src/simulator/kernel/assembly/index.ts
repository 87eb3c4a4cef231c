import { moveInSpace } from './moveInSpace';
import { moveOnSphere } from './moveOnSphere';

export * from './place';

/** Where memory is free for the caller: the first byte past the kernel's own numbers. */
export const firstFree = __heap_base;

/*
 * The three lowest bits of `kind` say what the steps are like: of a quadratic energy (1), with momentum in some of them (2),
 * on a sphere in some of them (4). Each kind is compiled by itself. The next step's row of the table is `stepStride` bytes on,
 * the next group's `groupStride`.
 */

/** Steps in three dimensions under isotropic noise. */
export function onSphere(kind: i32, steps: usize, stepStride: usize, groupStride: usize): void {
  switch (kind) {
    case 0: return moveOnSphere(false, false, false, steps, stepStride, groupStride);
    case 1: return moveOnSphere(true, false, false, steps, stepStride, groupStride);
    case 2: return moveOnSphere(false, true, false, steps, stepStride, groupStride);
    case 3: return moveOnSphere(true, true, false, steps, stepStride, groupStride);
    case 4: return moveOnSphere(false, false, true, steps, stepStride, groupStride);
    case 5: return moveOnSphere(true, false, true, steps, stepStride, groupStride);
    case 6: return moveOnSphere(false, true, true, steps, stepStride, groupStride);
    case 7: return moveOnSphere(true, true, true, steps, stepStride, groupStride);
  }
}

/** Steps in any dimension under diagonal noise. */
export function inSpace(kind: i32, steps: usize, stepStride: usize, groupStride: usize): void {
  switch (kind) {
    case 0: return moveInSpace(false, false, false, steps, stepStride, groupStride);
    case 1: return moveInSpace(true, false, false, steps, stepStride, groupStride);
    case 2: return moveInSpace(false, true, false, steps, stepStride, groupStride);
    case 3: return moveInSpace(true, true, false, steps, stepStride, groupStride);
    case 4: return moveInSpace(false, false, true, steps, stepStride, groupStride);
    case 5: return moveInSpace(true, false, true, steps, stepStride, groupStride);
    case 6: return moveInSpace(false, true, true, steps, stepStride, groupStride);
    case 7: return moveInSpace(true, true, true, steps, stepStride, groupStride);
  }
}
