import { z } from 'zod';

/** How many, how often and how long. */
export interface Scale {
  /** Each with two pages that stay open; every fifth by cookie. */
  callers: number;
  /** How often a room is killed. */
  kills: number;
  /** At least: it is away until queries and pages have missed it. */
  roomDownMs: number;
  /** At least: it is away until every page that is open by cookie was closed. */
  redisDownMs: number;
  /** Undefined: it never falls silent. */
  redisSilentMs: number | undefined;
  swaps: number;
  /** Within which sockets close whose session ends at another gateway, as far as the machine keeps up. */
  promptMs: number;
}

/** What the gate has time for. */
export const SHORT: Scale = {
  callers: 20,
  kills: 1,
  roomDownMs: 1_500,
  redisDownMs: 2_000,
  redisSilentMs: undefined,
  swaps: 2,
  promptMs: 5_000,
};

const number = (standard: number) => z.coerce.number().int().positive().default(standard);

/** `STORM_CALLERS`, `STORM_SWAPS` and `STORM_SECONDS`, for which Redis is down. */
const envSchema = z.object({
  STORM_CALLERS: number(110),
  STORM_SWAPS: number(100),
  STORM_SECONDS: number(15),
});

export function longScale(env: NodeJS.ProcessEnv): Scale {
  const {
    STORM_CALLERS: callers,
    STORM_SWAPS: swaps,
    STORM_SECONDS: seconds,
  } = envSchema.parse(env);
  return {
    callers,
    kills: 2,
    roomDownMs: 3_000,
    redisDownMs: seconds * 1_000,
    // It takes longer to tell that one is silent than that it is gone.
    redisSilentMs: (seconds + 10) * 1_000,
    swaps,
    promptMs: 1_000,
  };
}
