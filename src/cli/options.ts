import { InvalidArgumentError, Option } from 'commander';

/** An option that takes a number; what is not one is refused by name. */
export function numberOption(flags: string, description: string, fallback?: number): Option {
  const option = new Option(flags, description).argParser((text: string) => {
    const value = Number(text);
    if (text.trim() === '' || !Number.isFinite(value))
      throw new InvalidArgumentError('pass a finite number.');
    return value;
  });
  return fallback === undefined ? option : option.default(fallback);
}

/** The option by which a command leaves standard output to its result; see `textStream`. */
export function jsonOption(result = 'the result'): Option {
  return new Option(
    '--json',
    `print ${result} as one line of JSON on standard output, and all else on standard error`,
  );
}

/** The option by which every command that computes takes its backend. */
export function backendOption(): Option {
  return new Option(
    '--backend <name>',
    "tensorflow (TensorFlow's C library, on a GPU where it can), webgpu, wasm or cpu; auto takes the best that is ready",
  ).default('auto');
}
