/** A colour by its part in a figure. */
export type Colour = 'text' | 'muted' | 'line' | 'surface' | `series-${1 | 2 | 3 | 4 | 5 | 6 | 7 | 8}`;

/** What each colour is. */
export type Palette = Readonly<Record<Colour, string>>;

/** For a light and for a dark surface: each stands out from it by at least 4.5 to 1 as text and 3 to 1 as a line. */
export const palettes: Readonly<Record<'light' | 'dark', Palette>> = {
  light: {
    text: '#1f2328',
    muted: '#626a73',
    line: '#d8dce1',
    surface: '#ffffff',
    'series-1': '#2463c9',
    'series-2': '#c2570c',
    'series-3': '#1a7f4b',
    'series-4': '#8b3fb8',
    'series-5': '#b3261e',
    'series-6': '#0b7285',
    'series-7': '#7a5c00',
    'series-8': '#6b2f5c',
  },
  dark: {
    text: '#e4e7eb',
    muted: '#a0a8b2',
    line: '#343a42',
    surface: '#15181c',
    'series-1': '#74a9ff',
    'series-2': '#ff9e57',
    'series-3': '#5fd39a',
    'series-4': '#c99cf0',
    'series-5': '#ff8a80',
    'series-6': '#5bc8dc',
    'series-7': '#e0c060',
    'series-8': '#e59ccd',
  },
};

/** The CSS variables of the page that a figure stands in, so that it changes with the page: `--text`, `--series-1`, ... */
export const pagePalette = Object.fromEntries(
  Object.keys(palettes.light).map((colour) => [colour, `var(--${colour})`]),
) as Palette;

/** The declarations that give these CSS variables their values. */
export function declarationsOf(palette: Palette): string {
  return Object.entries(palette)
    .map(([colour, value]) => `--${colour}: ${value};`)
    .join(' ');
}

/** The colour of the n-th series, from 0; they come round again. */
export function seriesColour(n: number): Colour {
  const colours = Object.keys(palettes.light).filter((colour) => colour.startsWith('series-')) as Colour[];
  return colours[n % colours.length]!;
}
