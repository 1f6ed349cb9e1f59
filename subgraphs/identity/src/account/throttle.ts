import type { Clock } from '@propertea/kernel';
import { createHash } from 'node:crypto';
import type { PlatformStore } from '../platform-store.js';

interface Policy {
  /** Attempts without any delay. */
  free: number;
  /** Seconds after the first attempt beyond; each further one doubles it. */
  firstDelay: number;
  maxDelay: number;
}

const POLICIES = {
  /** Passwords tried for one e-mail address, whether or not anybody has it. */
  account: { free: 5, firstDelay: 2, maxDelay: 900 },
  /** Passwords tried from one network address; offices share one. */
  address: { free: 30, firstDelay: 2, maxDelay: 900 },
  /** Mails to one e-mail address that somebody asked for. */
  mail: { free: 3, firstDelay: 300, maxDelay: 3600 },
  /** Mails asked for, and links tried, from one network address. */
  request: { free: 20, firstDelay: 30, maxDelay: 3600 },
} as const satisfies Record<string, Policy>;

export type ThrottleKind = keyof typeof POLICIES;

export interface Verdict {
  allowed: boolean;
  /** Seconds until the next attempt may be made; 0 where allowed. */
  retryAfter: number;
}

function keyOf(kind: ThrottleKind, value: string): string {
  return createHash('sha256').update(`${kind}:${value}`).digest('base64url');
}

/**
 * Counts attempts in Postgres, so that neither a restart nor a second process forgets them. An attempt is
 * counted before it is made: of many at once only the allowed number gets through. Counts fade after a
 * quiet day.
 */
export class Throttle {
  constructor(
    private readonly store: PlatformStore,
    private readonly clock: Clock,
  ) {}

  /** Takes one attempt, or tells how long to wait. A refused attempt is not counted. */
  async take(kind: ThrottleKind, value: string): Promise<Verdict> {
    const { free, firstDelay, maxDelay } = POLICIES[kind];
    const now = this.clock.now();
    const key = keyOf(kind, value);
    return this.store(async (sql) => {
      const [counted] = await sql(
        `insert into identity.attempts as a (key, count, last_at) values (?, 1, ?)
         on conflict (key) do update set
           count = case when a.last_at < excluded.last_at - interval '1 day' then 1 else a.count + 1 end,
           last_at = excluded.last_at,
           blocked_until = case when a.last_at < excluded.last_at - interval '1 day' or a.count + 1 < ?
             then null
             else excluded.last_at
               + make_interval(secs => least(?, ? * power(2, least(30, a.count + 1 - ?)))) end
         where a.blocked_until is null or a.blocked_until <= excluded.last_at
         returning count`,
        [key, now, free, maxDelay, firstDelay, free],
      );
      if (counted) return { allowed: true, retryAfter: 0 };
      const [blocked] = await sql(
        'select extract(epoch from blocked_until - ?)::float8 as wait from identity.attempts where key = ?',
        [now, key],
      );
      return { allowed: false, retryAfter: Math.max(1, Math.ceil(Number(blocked?.wait ?? 1))) };
    });
  }

  /**
   * Takes back the attempt that succeeded, and no other: whoever tries many accounts cannot clear the
   * count with an account of their own.
   */
  async undo(kind: ThrottleKind, value: string): Promise<void> {
    await this.store((sql) =>
      sql(
        'update identity.attempts set count = greatest(0, count - 1), blocked_until = null where key = ?',
        [keyOf(kind, value)],
      ),
    );
  }

  /** Forgets all attempts after a success. */
  async forgive(kind: ThrottleKind, value: string): Promise<void> {
    await this.store((sql) =>
      sql('delete from identity.attempts where key = ?', [keyOf(kind, value)]),
    );
  }

  /** The key under which attempts on an e-mail address are kept, for erasure. */
  static keysOf(value: string): string[] {
    return [keyOf('account', value), keyOf('mail', value)];
  }
}
