import { z } from 'zod';

const count = (most: number) => z.number().int().positive().default(most);

/** What sockets may take; every one has a default. */
export const socketLimitsSchema = z.strictObject({
  /** All sockets of this process; one more is answered with 503. */
  sockets: count(20_000),
  /** How long a socket may stay without `connection_init`. */
  initTimeoutMs: count(5_000),
  messageBytes: count(64 * 1024),
  /** Incoming messages, on the average of ten seconds. */
  messagesPerSecond: count(50),
  subscriptionsPerSocket: count(100),
  /** What may wait for a slow reader, in bytes; then its socket is closed. */
  bufferedBytes: count(256 * 1024),
  /** How often a silent client is asked whether it is still there; after two silences it is gone. */
  pingMs: count(25_000),
  /** How long the source of a subscription may take to begin. */
  openTimeoutMs: count(30_000),
});

export type SocketLimits = z.output<typeof socketLimitsSchema>;
