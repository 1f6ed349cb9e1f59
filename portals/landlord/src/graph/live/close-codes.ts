/** What a closed socket leaves to do: the gateway says why by a code (gateway/README.md). */
export type AfterClose =
  /** Connect again, and ask for what was missed. */
  | 'again'
  /** The same, after a longer pause: we are too many, or the other side is at fault. */
  | 'later'
  /** Wait until somebody has signed in. */
  | 'signIn'
  /** What is refused now is refused again. */
  | 'never';

const BY_CODE: Readonly<Record<number, AfterClose>> = {
  1009: 'never',
  1013: 'later',
  4004: 'never',
  4400: 'never',
  4401: 'signIn',
  4403: 'never',
  4406: 'never',
  4408: 'later',
  4409: 'never',
  4429: 'later',
  4500: 'later',
};

/** Of a code; those that are not known, such as of a lost network (1006), are worth another try. */
export function afterClose(code: number): AfterClose {
  return BY_CODE[code] ?? 'again';
}

/** What an error of one subscription leaves to do, by its `extensions.code`; its socket stays. */
export function afterRefusal(code: unknown): AfterClose {
  if (code === 'UNAUTHENTICATED') return 'signIn';
  if (code === 'UPSTREAM_UNAVAILABLE') return 'again';
  return code === 'INTERNAL' || code === 'RATE_LIMITED' ? 'later' : 'never';
}

const LONGEST_MS = 30_000;

/** How long to wait before a try: from about a second to half a minute, each portal at another moment. */
export function pauseBefore(tries: number, after: AfterClose, random = Math.random): number {
  const pause = after === 'later' ? LONGEST_MS : Math.min(1_000 * 2 ** tries, LONGEST_MS);
  return pause * (0.5 + random() / 2);
}
