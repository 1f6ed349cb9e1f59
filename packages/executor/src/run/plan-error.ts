import { isObject } from './json.js';
import type { Path } from './places.js';

/** An error with a path of source keys from the root of the answer. */
export interface PlanError {
  readonly message: string;
  readonly path: Path | undefined;
  readonly extensions: Readonly<Record<string, unknown>>;
}

/** Errors of one operation; what comes beyond the bound is only counted. */
export class ErrorList {
  readonly list: PlanError[] = [];
  #more = 0;

  add(error: PlanError): void {
    if (this.list.length < MAX_ERRORS) this.list.push(error);
    else this.#more += 1;
  }

  get isFull(): boolean {
    return this.list.length >= MAX_ERRORS;
  }

  /** How many were left out. */
  get more(): number {
    return this.#more;
  }
}

const MAX_ERRORS = 200;
const MAX_MESSAGE = 2_000;

/** What a way to a subgraph rejects with to say in its own words why there is no answer. */
export class SubgraphError extends Error {
  override readonly name = 'SubgraphError';

  constructor(
    message: string,
    readonly extensions: Readonly<Record<string, unknown>> = {},
    options?: ErrorOptions,
  ) {
    super(message, options);
  }
}

/** The error of a fetch that had no answer, still without a path. */
export function outage(subgraph: string, cause: unknown): Omit<PlanError, 'path'> {
  const said = cause instanceof SubgraphError ? cause : undefined;
  return {
    message: said?.message ?? `The subgraph "${subgraph}" is not available at the moment.`,
    extensions: { code: 'UPSTREAM_UNAVAILABLE', ...said?.extensions },
  };
}

/** The errors of an answer, with what of them is no error of GraphQL put right or left out. */
export function readErrors(errors: unknown): PlanError[] {
  if (!Array.isArray(errors)) return [];
  const read: PlanError[] = [];
  for (const error of errors.slice(0, MAX_ERRORS) as unknown[]) {
    if (!isObject(error)) continue;
    const { message, path, extensions } = error;
    read.push({
      message: typeof message === 'string' ? message.slice(0, MAX_MESSAGE) : 'Unknown error',
      path: isPath(path) ? path : undefined,
      extensions: isObject(extensions) ? extensions : {},
    });
  }
  return read;
}

function isPath(path: unknown): path is Path {
  return (
    Array.isArray(path) &&
    path.length > 0 &&
    path.every((segment) => typeof segment === 'string' || typeof segment === 'number')
  );
}
