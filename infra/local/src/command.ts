import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import type { ParseArgsOptionsConfig } from 'node:util';
import { Refusal, reportFailure } from './failure.js';
import { wrongCommandLine } from './start-options.js';

const COMMON = {
  data: { type: 'string', default: '.propertea' },
  help: { type: 'boolean', default: false },
} as const satisfies ParseArgsOptionsConfig;

/** What a command gets of its command line. */
export interface CommandLine {
  /** Absolute path of --data. */
  readonly dataDirectory: string;
  readonly positionals: readonly string[];
  /** The value of a text option; undefined when absent. */
  text(name: string): string | undefined;
  /** Every value of a text option that may be given several times. */
  texts(name: string): string[];
  /** @throws Refusal naming the option when it is absent. */
  required(name: string): string;
  flag(name: string): boolean;
}

export interface CommandDefinition {
  /** The whole text of --help; `--data` and `--help` are added. */
  readonly help: string;
  readonly options?: ParseArgsOptionsConfig;
  run(line: CommandLine): Promise<void>;
}

/**
 * Runs a command of ours as the program: --help, wrong options (exit code 2) and failures (exit code 1, one
 * sentence) are the same for all of them.
 */
export async function runCommand(definition: CommandDefinition): Promise<void> {
  try {
    const line = parseCommandLine(process.argv.slice(2), definition.options ?? {});
    if (line.flag('help')) process.stdout.write(`${definition.help.trimEnd()}\n${COMMON_HELP}`);
    else await definition.run(line);
  } catch (error) {
    process.exitCode = reportFailure(error);
  }
}

const COMMON_HELP = `  --data <dir>   the data directory of the platform (default .propertea)
  --help         this text
`;

export function parseCommandLine(
  args: readonly string[],
  options: ParseArgsOptionsConfig,
): CommandLine {
  let values: Record<string, unknown>;
  let positionals: string[];
  try {
    ({ values, positionals } = parseArgs({
      args: [...args],
      options: { ...COMMON, ...options },
      strict: true,
      allowPositionals: true,
    }));
  } catch (cause) {
    throw new Refusal(wrongCommandLine(cause), 2, { cause });
  }
  const text = (name: string): string | undefined => {
    const value = values[name];
    return typeof value === 'string' && value.trim() !== '' ? value : undefined;
  };
  return {
    dataDirectory: resolve(text('data') ?? '.propertea'),
    positionals,
    text,
    texts(name) {
      const given = values[name];
      return Array.isArray(given) ? given.filter((one) => typeof one === 'string') : [];
    },
    required(name) {
      const value = text(name);
      if (value !== undefined) return value;
      throw new Refusal(`--${name} is missing; --help shows how to use it.`, 2);
    },
    flag: (name) => values[name] === true,
  };
}

/** @throws Refusal unless there are exactly as many positional arguments as `names`. */
export function expectPositionals(line: CommandLine, ...names: string[]): string[] {
  if (line.positionals.length === names.length) return [...line.positionals];
  const wanted = names.length === 0 ? 'no argument' : names.map((name) => `<${name}>`).join(' ');
  throw new Refusal(`This takes ${wanted}; --help shows how to use it.`, 2);
}
