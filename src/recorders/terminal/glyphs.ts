/** The characters that a display is drawn with. */
export interface Glyphs {
  readonly full: string;
  readonly empty: string;
  /** Eight heights, the lowest first. */
  readonly levels: string;
  readonly plusMinus: string;
}

const unicode: Glyphs = { full: '█', empty: '░', levels: '▁▂▃▄▅▆▇█', plusMinus: '±' };

/** For logs, and for terminals that have no other characters. */
export const ascii: Glyphs = { full: '#', empty: '.', levels: '_.-~=+*#', plusMinus: '+-' };

/**
 * The characters that a terminal can show: ASCII alone where the locale names another encoding than UTF-8, or none ("C"), and
 * on the console of the Linux kernel, whose font lacks the blocks. Where no locale is set, as in most containers, the terminal
 * is taken to be one of today's.
 */
export function glyphsOf({ LC_ALL, LC_CTYPE, LANG, TERM }: NodeJS.ProcessEnv): Glyphs {
  const locale = LC_ALL || LC_CTYPE || LANG || 'UTF-8';
  return TERM === 'linux' || !/utf-?8/i.test(locale) ? ascii : unicode;
}
