import type { Colours } from './view.js';

const light: Colours = {
  text: '#1f2328',
  line: '#d8dce1',
  surface: '#ffffff',
  muted: '#626a73',
  runs: ['#2463c9', '#c2570c', '#1a7f4b', '#8b3fb8', '#b3261e', '#0b7285', '#7a5c00', '#6b2f5c'],
};

const dark: Colours = {
  text: '#e4e7eb',
  line: '#343a42',
  surface: '#15181c',
  muted: '#a0a8b2',
  runs: ['#74a9ff', '#ff9e57', '#5fd39a', '#c99cf0', '#ff8a80', '#5bc8dc', '#e0c060', '#e59ccd'],
};

/** The colours of a theme: each stands out from its surface by at least 4.5 to 1 as text and 3 to 1 as a line. */
export function coloursOf(theme: 'light' | 'dark'): Colours {
  return theme === 'light' ? light : dark;
}
