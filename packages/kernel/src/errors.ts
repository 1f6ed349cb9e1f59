export type ErrorPath = readonly (string | number)[];

/** One thing wrong with what a caller asked for; `message` is written for the person who reads it. */
export interface Issue {
  code: string;
  message: string;
  path: ErrorPath;
}

/**
 * An expected failure of a command: it rolls the transaction back and becomes the `errors` of the
 * payload. The message is public; what must not be shown goes into `cause`.
 */
export class DomainError extends Error {
  readonly issues: readonly Issue[];

  constructor(
    code: string,
    publicMessage: string,
    options: { path?: ErrorPath; cause?: unknown } = {},
  ) {
    super(publicMessage, { cause: options.cause });
    this.name = 'DomainError';
    this.issues = [{ code, message: publicMessage, path: options.path ?? [] }];
  }

  get code(): string {
    return this.issues[0]?.code ?? 'INVALID_INPUT';
  }

  get path(): ErrorPath {
    return this.issues[0]?.path ?? [];
  }

  /** Several failures at once, such as every wrong field of a form. */
  static all(issues: readonly Issue[]): DomainError {
    const first = issues[0];
    if (!first) throw new RangeError('DomainError.all needs at least one issue');
    const error = new DomainError(first.code, first.message, { path: first.path });
    (error as { issues: readonly Issue[] }).issues = issues;
    return error;
  }
}

/** The closed set of codes of top-level GraphQL errors. */
export const FAULT_CODES = [
  'UNAUTHENTICATED',
  'FORBIDDEN',
  'NOT_FOUND',
  'BAD_USER_INPUT',
  'CONFLICT',
  'RATE_LIMITED',
  'COST_LIMIT',
  'UPSTREAM_UNAVAILABLE',
  // Of automatic persisted queries: the words of their protocol.
  'PERSISTED_QUERY_NOT_FOUND',
  'INTERNAL',
] as const;

export type FaultCode = (typeof FAULT_CODES)[number];

/** A failure outside the domain (rights, outage, malformed request): a top-level error with a closed code. */
export class Fault extends Error {
  constructor(
    readonly code: FaultCode,
    publicMessage: string,
    options: { cause?: unknown } = {},
  ) {
    super(publicMessage, { cause: options.cause });
    this.name = 'Fault';
  }
}
