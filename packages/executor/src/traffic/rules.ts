import { z } from 'zod';

const positive = z.number().int().positive();
const share = z.number().min(0).max(1);

/** The rules of the traffic to one subgraph, as a file says them; what it leaves out is as usual. */
export const trafficRulesSchema = z.strictObject({
  /** What one request may take with all its attempts, in ms; the budget of its operation ends it sooner. */
  timeoutMs: positive.optional(),
  /** Of queries that found no subgraph (unanswered.ts); mutations are sent once. */
  retries: z
    .strictObject({
      /** Attempts after the first one. */
      count: z.number().int().min(0).max(10).optional(),
      baseMs: positive.optional(),
      maxMs: positive.optional(),
      /** How many retries there may be for each request in the long run. */
      budget: share.optional(),
    })
    .optional(),
  /** Stops asking a subgraph that fails. */
  breaker: z
    .strictObject({
      /** Opens at this share of failures … */
      failureRate: z.number().gt(0).max(1).optional(),
      /** … of at least so many requests … */
      minimum: positive.optional(),
      /** … within this time … */
      windowMs: positive.optional(),
      /** … for this time; */
      openMs: positive.optional(),
      /** and closes when so many requests, let through one beside the other, all succeed. */
      probes: positive.optional(),
    })
    .optional(),
  concurrency: z
    .strictObject({
      /** Requests under way. */
      requests: positive.optional(),
      /** Requests that wait for one of those to end. */
      waiting: z.number().int().min(0).optional(),
    })
    .optional(),
});

export type GivenTrafficRules = z.output<typeof trafficRulesSchema>;

export interface RetryRules {
  readonly count: number;
  readonly baseMs: number;
  readonly maxMs: number;
  readonly budget: number;
}

export interface BreakerRules {
  readonly failureRate: number;
  readonly minimum: number;
  readonly windowMs: number;
  readonly openMs: number;
  readonly probes: number;
}

export interface ConcurrencyRules {
  readonly requests: number;
  readonly waiting: number;
}

export interface TrafficRules {
  readonly timeoutMs: number;
  readonly retries: RetryRules;
  readonly breaker: BreakerRules;
  readonly concurrency: ConcurrencyRules;
}

export const USUAL_TRAFFIC: TrafficRules = {
  timeoutMs: 20_000,
  retries: { count: 2, baseMs: 50, maxMs: 500, budget: 0.2 },
  breaker: { failureRate: 0.5, minimum: 20, windowMs: 10_000, openMs: 2_000, probes: 3 },
  concurrency: { requests: 256, waiting: 1_024 },
};

/** The usual rules, each replaced by the last of `given` that says it. */
export function trafficRules(...given: (GivenTrafficRules | undefined)[]): TrafficRules {
  let rules = USUAL_TRAFFIC;
  for (const { timeoutMs, retries, breaker, concurrency } of given.filter((one) => !!one)) {
    rules = {
      timeoutMs: timeoutMs ?? rules.timeoutMs,
      retries: over(rules.retries, retries),
      breaker: over(rules.breaker, breaker),
      concurrency: over(rules.concurrency, concurrency),
    };
  }
  return rules;
}

function over<Group extends object>(
  usual: Group,
  given: { [Key in keyof Group]?: Group[Key] | undefined } = {},
): Group {
  const said = Object.entries(given).filter(([, value]) => value !== undefined);
  return { ...usual, ...Object.fromEntries(said) };
}
