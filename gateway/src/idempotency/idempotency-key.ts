import { HttpFault } from '../guards/body.js';

const HEADER = 'idempotency-key';
const MAX_LENGTH = 255;
/** A string of structured fields (RFC 9651, 3.3.3), and what clients send in its place. */
const QUOTED = /^"((?:[\x20\x21\x23-\x5b\x5d-\x7e]|\\["\\])*)"$/;
const BARE = /^[\x21\x23-\x2b\x2d-\x7e]+$/;

/**
 * The key of a request, as draft-ietf-httpapi-idempotency-key-header says it: `Idempotency-Key: "…"`, or without the
 * quotes; undefined where there is none. Throws `Fault` for what is no key.
 */
export function idempotencyKeyOf({
  headers,
}: {
  headers: Readonly<Record<string, string | string[] | undefined>>;
}): string | undefined {
  const value = headers[HEADER];
  if (value === undefined) return undefined;
  const text = String(value).trim();
  const key = QUOTED.exec(text)?.[1]?.replace(/\\(["\\])/g, '$1') ?? BARE.exec(text)?.[0];
  if (key && key.length <= MAX_LENGTH) return key;
  throw new HttpFault(
    400,
    'BAD_USER_INPUT',
    `The header Idempotency-Key must be one text of 1 to ${MAX_LENGTH} printable characters, such as a UUID.`,
  );
}
