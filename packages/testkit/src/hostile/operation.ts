/** What an operation that nobody means well with is answered with. */
export type HostileCode = 'BAD_USER_INPUT' | 'COST_LIMIT';

export interface HostileOperation {
  family: string;
  name: string;
  /** Of the request by POST, made when it is wanted: some are large. */
  body: () => string | Buffer;
  status: number;
  code: HostileCode;
}

/** The parts of a request, where it is one. */
export interface HostileRequest {
  query: string;
  variables?: unknown;
  operationName?: unknown;
  extensions?: unknown;
}

export const times = (count: number, part: string | ((index: number) => string)): string =>
  Array.from({ length: count }, (_, index) => (typeof part === 'string' ? part : part(index))).join(
    '',
  );

/** `open` so many times around `inner`, each closed by `close`. */
export const nested = (depth: number, open: string, inner: string, close: string): string =>
  open.repeat(depth) + inner + close.repeat(depth);

/** Makes the operations of one family. */
export class Family {
  readonly operations: HostileOperation[] = [];

  constructor(readonly name: string) {}

  /** Too much of something. */
  costly(name: string, make: () => HostileRequest | string): this {
    return this.#add(name, 'COST_LIMIT', 400, make);
  }

  /** Not valid. */
  invalid(name: string, make: () => HostileRequest | string): this {
    return this.#add(name, 'BAD_USER_INPUT', 400, make);
  }

  /** A body as it is, valid JSON or not. */
  raw(
    name: string,
    body: () => string | Buffer,
    code: HostileCode = 'BAD_USER_INPUT',
    status = 400,
  ): this {
    this.operations.push({ family: this.name, name, body, status, code });
    return this;
  }

  #add(name: string, code: HostileCode, status: number, make: () => HostileRequest | string): this {
    const body = () => {
      const made = make();
      return JSON.stringify(typeof made === 'string' ? { query: made } : made);
    };
    return this.raw(name, body, code, status);
  }
}
