import { element } from './element.js';

/** The choice between light and dark. */
export interface ThemeControl {
  readonly element: HTMLElement;
  readonly theme: 'light' | 'dark';
  close(): void;
}

/** As the user's system has it until the user chooses. @param changed called when the theme is another one */
export function themeControl(changed: () => void): ThemeControl {
  const system = matchMedia('(prefers-color-scheme: dark)');
  const list = element(
    'select',
    {},
    ...['system', 'light', 'dark'].map((value) => element('option', { value }, value)),
  );
  list.addEventListener('change', changed);
  system.addEventListener('change', changed);
  return {
    element: element('label', {}, 'Colours ', list),
    get theme() {
      if (list.value === 'light' || list.value === 'dark') return list.value;
      return system.matches ? 'dark' : 'light';
    },
    close: () => system.removeEventListener('change', changed),
  };
}
