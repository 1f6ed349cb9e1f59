import { join } from 'node:path';
import { parseArgs, type ParseArgsConfig } from 'node:util';
import { ContractError } from '../contract-error.js';

/** Where a command line program runs and speaks; injected by tests. */
export interface Io {
  root: string;
  now: Date;
  write(line: string): void;
}

/** The repository that this file was built in: schema/dist/compose/cli/ → root. */
export const processIo = (): Io => ({
  root: join(import.meta.dirname, '..', '..', '..', '..'),
  now: new Date(),
  write: (line) => process.stdout.write(`${line}\n`),
});

/**
 * The values of the options.
 * @throws ContractError for an unknown option or a missing value.
 */
export function optionsOf<Options extends NonNullable<ParseArgsConfig['options']>>(
  args: readonly string[],
  options: Options,
) {
  try {
    return parseArgs({ args: [...args], options }).values;
  } catch (error) {
    const hasMessage = typeof error === 'object' && error !== null && 'message' in error;
    const message = String(hasMessage ? error.message : error);
    throw new ContractError(message, { cause: error });
  }
}
