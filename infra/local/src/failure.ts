import { EnvError } from '@propertea/kernel';
import { PostgresError } from '@propertea/postgres';

/** A reason to stop that the user can change: one sentence, no stack. Exit code 2 is a wrong command line. */
export class Refusal extends Error {
  override readonly name = 'Refusal';

  constructor(
    message: string,
    readonly exitCode: 1 | 2 = 1,
    options?: ErrorOptions,
  ) {
    super(message, options);
  }
}

/** Whether `error`, or an error that caused it, carries one of these codes. */
export function hasCode(error: unknown, ...codes: string[]): boolean {
  for (const part of chain(error)) {
    if (typeof part === 'object' && part !== null && 'code' in part) {
      if (codes.includes(String(part.code))) return true;
    }
  }
  return false;
}

/** The sentence for the user, or undefined where the error is a fault of ours and its stack is wanted. */
export function sentenceFor(error: unknown): string | undefined {
  for (const part of chain(error)) {
    if (part instanceof Refusal || part instanceof PostgresError || part instanceof EnvError) {
      return part.message;
    }
  }
  if (hasCode(error, 'ENOSPC', '53100')) {
    return 'The disk is full; make room, or choose another place with --data <dir>.';
  }
  if (hasCode(error, 'EADDRINUSE')) {
    const port = [...chain(error)].flatMap((part) => (isListenError(part) ? [part.port] : []))[0];
    return portTaken(port ?? 'wanted');
  }
  if (hasCode(error, 'EMFILE', 'ENFILE')) {
    return 'The system allows too few open files; raise the limit with ulimit -n 4096.';
  }
  if (hasCode(error, 'EACCES', 'EROFS')) {
    return `A file or folder may not be written: ${messageOf(error)}.`;
  }
  if (hasCode(error, '53300')) {
    return 'The database has no free connections; close other programs or raise max_connections (ProperTea needs 60).';
  }
  return undefined;
}

export function portTaken(port: number | string): string {
  return `Port ${port} on 127.0.0.1 is used by another program; stop it, or take other ports with npm start -- --port-base <n>.`;
}

/** Prints what went wrong as the user should see it and returns the exit code. */
export function reportFailure(error: unknown): number {
  const sentence = sentenceFor(error);
  if (sentence !== undefined) {
    console.error(sentence);
    return error instanceof Refusal ? error.exitCode : 1;
  }
  console.error('ProperTea stopped because of a fault of its own:');
  console.error(error);
  return 1;
}

export function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

function isListenError(error: unknown): error is { port: number } {
  return (
    typeof error === 'object' && error !== null && 'port' in error && typeof error.port === 'number'
  );
}

function* chain(error: unknown): Generator {
  for (let part = error, depth = 0; part !== undefined && part !== null && depth < 8; depth += 1) {
    yield part;
    if (part instanceof AggregateError) for (const one of part.errors) yield* chain(one);
    part = part instanceof Error ? part.cause : undefined;
  }
}
