/** Where a command says in words what came out: beside `--json`, which leaves standard output to a program, on standard error. */
export function textStream(json: true | undefined): NodeJS.WriteStream {
  return json ? process.stderr : process.stdout;
}
