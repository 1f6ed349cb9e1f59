import type { GraphQLFormattedError } from 'graphql';
import type { LiveReader, Refusal } from '../subscribe/fan-out.js';
import type { LiveSocket } from './live-socket.js';

/** Carries the errors of one `error` message past the protocol's own wrapping. */
export class SubscriptionError extends Error {
  constructor(readonly errors: readonly GraphQLFormattedError[]) {
    super(errors[0]?.message ?? 'The subscription has ended.');
  }
}

type End = IteratorResult<never, undefined>;

/**
 * One subscription of one socket. To the protocol it is an iteration that never has a value: results go
 * straight to the socket, as the text that all readers share, and the protocol is told of the end alone.
 */
export class SocketReader implements LiveReader, AsyncIterableIterator<never, undefined> {
  #leave: (() => void) | undefined;
  #ended = false;
  #error: SubscriptionError | undefined;
  #waiting: { resolve(end: End): void; reject(error: SubscriptionError): void } | undefined;

  constructor(
    private readonly socket: LiveSocket<unknown>,
    private readonly id: string,
    private readonly describe: (reason: unknown) => readonly GraphQLFormattedError[],
    private readonly over: () => void,
  ) {}

  /** `leave` ends the reading at the source. */
  begin(leave: () => void): this {
    if (this.#ended) leave();
    else this.#leave = leave;
    return this;
  }

  result(json: string): void {
    if (this.#ended) return;
    this.socket.send(`{"id":${JSON.stringify(this.id)},"type":"next","payload":${json}}`);
  }

  refused({ errors = [] }: Refusal): void {
    this.#end(new SubscriptionError(errors));
  }

  ended(failure?: { reason: unknown }): void {
    this.#end(failure && new SubscriptionError(this.describe(failure.reason)));
  }

  next(): Promise<End> {
    if (this.#error) {
      const error = this.#error;
      this.#error = undefined;
      return Promise.reject(error);
    }
    if (this.#ended) return Promise.resolve({ value: undefined, done: true });
    return new Promise((resolve, reject) => (this.#waiting = { resolve, reject }));
  }

  return(): Promise<End> {
    this.#end();
    return Promise.resolve({ value: undefined, done: true });
  }

  [Symbol.asyncIterator](): this {
    return this;
  }

  #end(error?: SubscriptionError): void {
    if (this.#ended) return;
    this.#ended = true;
    this.socket.readers.delete(this);
    this.#leave?.();
    this.#leave = undefined;
    this.over();
    const waiting = this.#waiting;
    this.#waiting = undefined;
    if (!waiting) this.#error = error;
    else if (error) waiting.reject(error);
    else waiting.resolve({ value: undefined, done: true });
  }
}
