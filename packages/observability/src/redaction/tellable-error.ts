/** What of an error says where to look, and nothing of whom it is about. */
const TOLD = [
  'code',
  'severity',
  'schema',
  'table',
  'column',
  'constraint',
  'routine',
  'syscall',
  'address',
  'port',
  'responseCode',
  'status',
] as const;
const EMAIL = /[^\s@<>"'(),;:]+@[^\s@<>"'(),;:]+/g;
const MAX_CAUSES = 5;

/** An error as logs hold it. */
export interface ToldError {
  type: string;
  message: string;
  stack?: string;
  cause?: ToldError;
  [detail: string]: unknown;
}

/**
 * An error without what people typed: of a refused statement the database quotes values and whole rows, of a
 * refused mail the server its reader.
 */
export function tellable(error: unknown, depth = 0): ToldError {
  if (!(error instanceof Error)) return { type: typeof error, message: tellableMessage(error) };
  const told: ToldError = { type: error.name, message: tellableMessage(error) };
  for (const name of TOLD) {
    const value: unknown = Reflect.get(error, name);
    if (typeof value === 'string' || typeof value === 'number') told[name] = value;
  }
  const frames = error.stack?.split('\n').filter((line) => /^\s+at /.test(line));
  if (frames?.length) told.stack = frames.join('\n');
  if (error.cause !== undefined && depth < MAX_CAUSES) {
    told.cause = tellable(error.cause, depth + 1);
  }
  return told;
}

/** Its message alone. */
export function tellableMessage(error: unknown): string {
  const text = error instanceof Error ? error.message : String(error);
  return (
    quotesData(error) ? text.replace(/(?<=: )".*"|(?<=value )".*"/s, '"…"') : text
  ).replaceAll(EMAIL, '<email>');
}

/** Of class 22, data exceptions: `invalid input syntax for type date: "…"`. */
function quotesData(error: unknown): boolean {
  if (typeof error !== 'object' || error === null) return false;
  const { code, cause } = error as { code?: unknown; cause?: unknown };
  return (typeof code === 'string' && /^22...$/.test(code)) || quotesData(cause);
}
