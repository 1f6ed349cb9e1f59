/**
 * Why a socket is closed. Those of graphql-transport-ws keep their meaning; after one that says `retry`,
 * the same client may connect again, and loads anew what it shows.
 */
export const CLOSE = {
  /** retry: the server stops or is replaced. */
  serviceRestart: 1012,
  /** retry later: it cannot be told at the moment who asks, or there are too many sockets. */
  tryAgainLater: 1013,
  /** No message of the protocol. */
  badMessage: 4400,
  /** Credentials that are not valid, or a message before the acknowledgement. */
  unauthenticated: 4401,
  /** An origin, an organization or a view that is not the caller's. */
  forbidden: 4403,
  /** retry with new credentials: session or token have expired or were ended. */
  credentialsEnded: 4410,
  /** retry: what the caller may see has changed. */
  rightsChanged: 4411,
  /** retry: the schema was replaced. */
  schemaChanged: 4412,
  /** retry: results came faster than they were read. */
  tooSlow: 4413,
  /** Too many sockets, messages or attempts to initialise. */
  tooMany: 4429,
  /** A mistake of the server. */
  internal: 4500,
} as const;

export type CloseCode = (typeof CLOSE)[keyof typeof CLOSE];

/** Thrown by what admits a socket: closes it. The reason is told as far as 123 bytes go. */
export class SocketRefused extends Error {
  constructor(
    readonly code: CloseCode,
    reason: string,
    options?: ErrorOptions,
  ) {
    super(reason, options);
  }
}
