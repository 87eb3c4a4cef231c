import { flagOf } from './flagOf.js';

/**
 * A refusal that speaks of options as the user wrote them, of `--weight-decay` rather than weightDecay: the library, which
 * knows no command line, calls them by its own names.
 *
 * @param names of the options that have a flag
 */
export function inFlags(message: string, names: readonly string[]): string {
  return message.replace(/\b[a-z]+(?:[A-Z][a-z]+)*\b/g, (word, at: number) => {
    if (!names.includes(word)) return word;
    // A name of one word is an ordinary word too: only where the message begins with it is it surely the option.
    const isOption = word !== word.toLowerCase() || (at === 0 && /^\w+ (is|and) /.test(message));
    return isOption ? flagOf(word) : word;
  });
}
