/** The colours of pictures: CSS variables of the page they stand in, with fallbacks that suit a white page. */
export const colours = {
  first: 'var(--series-1, #2f6fdd)',
  second: 'var(--series-2, #d1600f)',
  muted: 'var(--muted, #6b7280)',
  shade: 'var(--shade, #6b7280)',
  surface: 'var(--surface, #ffffff)',
} as const;
