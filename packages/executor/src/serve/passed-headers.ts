import { z } from 'zod';

/** What is about a connection or a body, or what a gateway says itself. */
const OWN = new Set([
  'age',
  'cache-control',
  'connection',
  'date',
  'etag',
  'expires',
  'idempotency-replayed',
  'keep-alive',
  'last-modified',
  'location',
  'pragma',
  'referrer-policy',
  'retry-after',
  'server',
  'strict-transport-security',
  'te',
  'trailer',
  'transfer-encoding',
  'upgrade',
  'vary',
  'www-authenticate',
  'x-frame-options',
  'x-request-id',
]);
const OWN_PREFIXES =
  /^(?:access-control-|content-|cross-origin-|proxy-|ratelimit-|sec-|set-cookie)/;

/** No value of a header is longer than this with those of all subgraphs together, in characters. */
const MAX_VALUE = 4_096;

/** Whether subgraphs may be allowed to set a header of the answer to the client, its name in small letters. */
export function mayPass(name: string): boolean {
  return !OWN.has(name) && !OWN_PREFIXES.test(name);
}

/** A list of headers in a configuration, names in any letters. */
export const passedHeadersSchema = z
  .array(
    z
      .string()
      .toLowerCase()
      .regex(/^[a-z0-9-]+$/, 'must be the name of a header')
      .refine(mayPass, 'is not a header that subgraphs may set'),
  )
  .transform((names) => [...new Set(names)])
  .default([]);

type Headers = Readonly<Record<string, string | readonly string[] | undefined>>;

/**
 * What the subgraphs of one operation say to its client, of the headers that they may set. What several say, or
 * one says several times, is one list in the order of their answers (RFC 9110, 5.3), equal values once.
 */
export class PassedHeaders {
  readonly #values = new Map<string, Set<string>>();

  constructor(private readonly allowed: readonly string[]) {}

  add(headers: Headers): void {
    for (const name of this.allowed) {
      const said = headers[name];
      if (said === undefined) continue;
      let values = this.#values.get(name);
      if (!values) this.#values.set(name, (values = new Set()));
      for (const value of typeof said === 'string' ? [said] : said) values.add(value);
    }
  }

  /** Sets them on an answer; a list that is too long is left out. */
  tell(response: { setHeader(name: string, value: string): unknown }): void {
    for (const [name, values] of this.#values) {
      const value = [...values].join(', ');
      if (value.length <= MAX_VALUE) response.setHeader(name, value);
    }
  }
}
