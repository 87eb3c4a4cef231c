import { requireCount, requireKnownNames } from '../../error.js';
import { prescribedRadius } from './prescribedRadius.js';
import type { Stage } from './stage.js';

/** Holds the control it finds for a number of steps. */
export function hold(options: { readonly steps: number; readonly name?: string }): Stage {
  requireKnownNames('hold', options, ['steps', 'name', 'stage']);
  const steps = requireCount('steps of hold', options.steps);
  const name = options.name ?? 'hold';
  return {
    name,
    startsFromRadius: false,
    config: { stage: 'hold', steps, name },
    begin: ({ control }) => ({
      control: () => control,
      ended: (elapsed) => elapsed >= steps,
      end: () => control,
      endRadius: prescribedRadius(control),
    }),
  };
}
