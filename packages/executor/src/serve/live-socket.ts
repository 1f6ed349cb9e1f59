import type { IncomingMessage } from 'node:http';
import type { WebSocket } from 'ws';
import { CLOSE } from './close-codes.js';
import type { CloseCode } from './close-codes.js';
import type { SocketLimits } from './socket-limits.js';

const RATE_SECONDS = 10;
/** A frame of control holds no more. */
const MAX_REASON_BYTES = 123;

/** What a socket gives back when it closes, such as a subscription. */
export interface Ending {
  return(): unknown;
}

/** One client's socket: what it may send, what waits for it, and whether it is still there. */
export class LiveSocket<Who> {
  /** Who opened it; known from the acknowledgement on. */
  who: Who | undefined;
  /** The request that opened it, until it is initialised. */
  request: IncomingMessage | undefined;
  readonly readers = new Set<Ending>();
  #heardAt: number;
  #askedAt: number;
  #countedFrom: number;
  #messages = 0;

  /** `now` is in seconds, of any clock that does not jump. */
  constructor(
    private readonly ws: WebSocket,
    private readonly limits: SocketLimits,
    now: number,
  ) {
    this.#heardAt = now;
    this.#askedAt = now;
    this.#countedFrom = now;
  }

  get isOpen(): boolean {
    return this.ws.readyState === this.ws.OPEN;
  }

  /** Sends a message, or closes the socket where its client does not read. */
  send(text: string): void {
    if (!this.isOpen) return;
    if (this.ws.bufferedAmount > this.limits.bufferedBytes) {
      this.close(CLOSE.tooSlow, 'Results came faster than they were read. Load anew.');
    } else {
      this.ws.send(text);
    }
  }

  /** Ends its subscriptions at once, whenever the client takes note. */
  close(code: CloseCode, reason: string): void {
    if (this.isOpen) this.ws.close(code, within(reason, MAX_REASON_BYTES));
    this.leave();
  }

  leave(): void {
    for (const reader of this.readers) reader.return();
  }

  /** Counts a message that came in; false, and closed, when there are too many. */
  admits(now: number): boolean {
    this.#heardAt = now;
    if (!this.isOpen) return false;
    if (now - this.#countedFrom >= RATE_SECONDS) {
      this.#countedFrom = now;
      this.#messages = 0;
    }
    if (++this.#messages <= this.limits.messagesPerSecond * RATE_SECONDS) return true;
    this.close(CLOSE.tooMany, 'Too many messages.');
    return false;
  }

  heard(now: number): void {
    this.#heardAt = now;
  }

  /** Asks a silent client whether it is still there, and lets go of one that did not answer. */
  check(now: number): void {
    const patience = this.limits.pingMs / 1000;
    if (now - this.#heardAt >= 2 * patience) this.ws.terminate();
    else if (now - Math.max(this.#heardAt, this.#askedAt) >= patience && this.isOpen) {
      this.#askedAt = now;
      this.ws.ping();
    }
  }

  terminate(): void {
    this.ws.terminate();
  }
}

function within(text: string, bytes: number): string {
  if (Buffer.byteLength(text) <= bytes) return text;
  // A character that is cut in two comes out as the one for what is unreadable, of three bytes.
  return Buffer.from(text)
    .subarray(0, bytes - 3)
    .toString();
}
