/** What follows a symbol of one letter: the tot of T_tot, the eff of η_eff. */
const subscript = /(?<=(?<!\p{L})\p{L})_(\p{Ll}+)/gu;

/** Text with its subscripts set by `set`; without it, as plain letters. */
export function withSubscripts(text: string, set: (letters: string) => string): string {
  return text.replaceAll(subscript, (_, letters: string) => set(letters));
}
