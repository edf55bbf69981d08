import { resolve } from 'node:path';
import { parseArgs } from 'node:util';

/** An option that is not known or lacks its value. `option` is what was written, without its value. */
export class BadOption extends Error {
  override readonly name = 'BadOption';
  readonly option: string;

  constructor(option: string) {
    super(option);
    this.option = option;
  }
}

export interface HostArguments {
  /** Absolute. */
  dataFolder?: string;
  demo: boolean;
  headless: boolean;
}

/** Reads `--data DIR`, `--demo` and `--headless`. Throws `BadOption`. */
export function readHostArguments(args: readonly string[]): HostArguments {
  const { tokens } = parseArgs({
    args: [...args],
    options: { data: { type: 'string' }, demo: { type: 'boolean' }, headless: { type: 'boolean' } },
    strict: false,
    tokens: true,
  });
  const result: HostArguments = { demo: false, headless: false };
  for (const token of tokens) {
    if (token.kind === 'option-terminator') continue;
    if (token.kind === 'positional') throw new BadOption(token.value);
    // Not strict, parseArgs takes the next option for a value: `--data --demo`.
    if (token.name === 'data' && token.value && !token.value.startsWith('--')) {
      result.dataFolder = resolve(token.value);
    } else if (token.name === 'demo' && token.value === undefined) result.demo = true;
    else if (token.name === 'headless' && token.value === undefined) result.headless = true;
    else throw new BadOption(token.rawName);
  }
  return result;
}
