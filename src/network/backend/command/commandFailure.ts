/** A command that ended badly: what it was, how it ended, and the last lines it wrote. */
export class CommandFailure extends Error {
  override readonly name = 'CommandFailure';

  constructor(
    command: string,
    readonly ending: string,
    readonly output: string,
  ) {
    const lastLines = output.trimEnd().split('\n').slice(-15).join('\n');
    super(`\`${command}\` ${ending}${lastLines ? `\n${lastLines}` : ''}`);
  }
}
