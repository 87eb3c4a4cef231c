/** Whether something can be drawn in place: on a terminal that knows more than to print. */
export function isDrawable(stream: NodeJS.WriteStream): boolean {
  return stream.isTTY && process.env['TERM'] !== 'dumb';
}
