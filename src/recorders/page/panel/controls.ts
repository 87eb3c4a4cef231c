import { element } from './element.js';
import type { Choices } from './view.js';

/** The choices that a panel begins with. */
export const firstChoices: Choices = {
  against: 'step',
  scale: 'log',
  smoothing: 0,
  zoom: null,
  isPaused: false,
};

/** The controls of a panel. */
export interface Controls {
  readonly element: HTMLElement;
  /** Shows choices that were made elsewhere, such as by dragging over a chart. */
  show(choices: Choices): void;
}

/** @param choose called with what the user has changed */
export function controls(choose: (changed: Partial<Choices>) => void): Controls {
  const against = select('Against', { step: 'step', time: 'time' }, (value) =>
    choose({ against: value as Choices['against'], zoom: null }),
  );
  const scale = select('Axes', { log: 'logarithmic', linear: 'linear' }, (value) =>
    choose({ scale: value as Choices['scale'] }),
  );
  const smoothing = element('input', { type: 'range', min: '0', max: '0.99', step: '0.01', value: '0' });
  smoothing.addEventListener('input', () => choose({ smoothing: Number(smoothing.value) }));
  const [from, to] = [bound('first'), bound('last')];
  const zoom = (): void => {
    const zoom = [Number(from.value), Number(to.value)] as const;
    if (from.value === '' || to.value === '' || !(zoom[0] < zoom[1])) return;
    choose({ zoom });
  };
  from.addEventListener('change', zoom);
  to.addEventListener('change', zoom);
  const all = button('Show all', () => choose({ zoom: null }));
  let isPaused = false;
  const pause = button('Pause', () => choose({ isPaused: !isPaused }));
  pause.setAttribute('aria-pressed', 'false');

  return {
    element: element(
      'div',
      { class: 'thermo-controls', role: 'group', 'aria-label': 'What is shown' },
      against,
      scale,
      element('label', {}, 'Smoothing ', smoothing),
      element('label', {}, 'From ', from),
      element('label', {}, 'to ', to),
      all,
      pause,
    ),
    show(choices) {
      ({ isPaused } = choices);
      pause.setAttribute('aria-pressed', String(isPaused));
      from.value = choices.zoom === null ? '' : String(Math.round(choices.zoom[0]));
      to.value = choices.zoom === null ? '' : String(Math.round(choices.zoom[1]));
    },
  };
}

function select(
  name: string,
  options: Readonly<Record<string, string>>,
  choose: (value: string) => void,
): HTMLElement {
  const list = element(
    'select',
    {},
    ...Object.entries(options).map(([value, text]) => element('option', { value }, text)),
  );
  list.addEventListener('change', () => choose(list.value));
  return element('label', {}, `${name} `, list);
}

function bound(placeholder: string): HTMLInputElement {
  return element('input', { type: 'number', step: 'any', placeholder });
}

function button(text: string, act: () => void): HTMLButtonElement {
  const made = element('button', { type: 'button' }, text);
  made.addEventListener('click', act);
  return made;
}
