import type { Request, Response } from 'express';
import type { DocumentNode, FormattedExecutionResult } from 'graphql';
import { ToldFault } from '../guards/public-errors.js';
import type { Caller } from '../identity/caller.js';
import { cheapestChange } from './cheapest-change.js';
import type { CostMetrics } from '../metrics/gateway-metrics.js';
import type { OperationCost, OperationCosts } from './operation-costs.js';
import type { Charge, RateLimits } from './rate-limits.js';

/** Ask for what an operation costs with `x-cost: 1`. */
export const COST_HEADER = 'x-cost';

/** What an operation costs that may not cost what it would. */
const REFUSAL = 1;

/** An operation that is about to be carried out, and where its answer goes. */
export interface Metered {
  request: Request;
  response: Response;
  caller: Caller;
  document: DocumentNode;
  operationName: string | undefined;
  variables: Record<string, unknown>;
}

export interface Meter {
  /** To be told of the answer, before it is sent; returns it with its cost for who wants to know. */
  answered(result: FormattedExecutionResult): FormattedExecutionResult;
}

/**
 * Estimates an operation and charges its caller for it. Throws `Fault`: COST_LIMIT where one operation
 * may not cost so much, RATE_LIMITED where the caller has spent too much lately.
 */
export async function meterOf(
  { request, response, caller, document, operationName, variables }: Metered,
  parts: {
    costs: OperationCosts;
    limits: RateLimits;
    operationUnits: number;
    counts: CostMetrics;
  },
): Promise<Meter> {
  const { costs, limits, operationUnits, counts } = parts;
  const cost = costs.of(document, operationName, variables);
  const isTooCostly = cost.cost > operationUnits;
  const units = isTooCostly ? REFUSAL : cost.cost;
  const charge = await limits.charge(spenderOf(caller, request), units);
  tellBudget(response, limits, charge);
  if (!charge.allowed) {
    counts.refused('rate');
    throw tooMuchLately(response, units, charge);
  }
  if (isTooCostly) {
    counts.refused('cost');
    throw tooCostly(cost, operationUnits);
  }
  counts.estimated(cost.cost);
  return {
    answered(result) {
      const actual = cost.actual(result.data);
      counts.actual(actual);
      charge.correct(actual - cost.cost);
      tellBudget(response, limits, charge, cost.cost - actual);
      if (request.headers[COST_HEADER] !== '1') return result;
      const told = { estimate: cost.cost, actual, limit: operationUnits };
      return { ...result, extensions: { ...result.extensions, cost: told } };
    },
  };
}

/** Whose budget it is: of an API client all keys together, of a person, of an address. */
export function spenderOf({ credential, identity }: Caller, { ip }: Request): string {
  if (credential === 'key') return `client:${identity.subject}`;
  return identity.subject === null ? `address:${ip}` : `user:${identity.subject}`;
}

function tellBudget(response: Response, { window }: RateLimits, charge: Charge, back = 0): void {
  if (response.headersSent) return;
  const remaining = Math.min(window.units, Math.max(0, charge.remaining + back));
  response.setHeader('ratelimit-limit', window.units);
  response.setHeader('ratelimit-remaining', remaining);
  response.setHeader('ratelimit-reset', seconds(charge.resetMs));
}

function tooCostly(cost: OperationCost, limit: number): ToldFault {
  const change = cheapestChange(cost, limit);
  const advice = change ? `: ${change}` : ': ask for it in several operations';
  return new ToldFault(
    'COST_LIMIT',
    `The operation may cost ${cost.cost}; at most ${limit} are allowed${advice}.`,
    { cost: { estimate: cost.cost, limit, ...(change && { change }) } },
  );
}

function tooMuchLately(response: Response, cost: number, charge: Charge): ToldFault {
  const retryAfter = Math.max(1, seconds(charge.retryAfterMs));
  response.setHeader('retry-after', retryAfter);
  return new ToldFault(
    'RATE_LIMITED',
    `The operation may cost ${cost} and ${charge.remaining} are left for now: try again in ${retryAfter} s.`,
    { cost: { estimate: cost, remaining: charge.remaining }, retryAfter },
  );
}

const seconds = (ms: number) => Math.ceil(ms / 1_000);
