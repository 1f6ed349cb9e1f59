import type { Metrics } from '@propertea/observability';
import type { BreakerState, ExecutorObserver } from '@propertea/executor';
import type { TrustedDocuments } from '../trusted-documents/trusted-documents.js';
import { doorMetrics } from './door-metrics.js';
import type { Door, DoorMetrics } from './door-metrics.js';
import { fetchMetrics } from './fetch-metrics.js';
import type { FetchMetrics } from './fetch-metrics.js';
import { observePlanning } from './planning-spans.js';

/** What the public graph's demand control counts, in units of cost. */
export interface CostMetrics {
  estimated(units: number): void;
  actual(units: number): void;
  refused(why: 'cost' | 'rate'): void;
}

export interface SocketMetrics {
  opened(): void;
  closed(code: number): void;
  subscribed(): void;
  unsubscribed(): void;
}

/** Everything that a gateway counts. */
export interface GatewayMetrics {
  readonly door: (door: Door) => DoorMetrics;
  readonly fetches: FetchMetrics;
  readonly cost: CostMetrics;
  readonly sockets: SocketMetrics;
  /** The breaker of a room opened, tries or closed. */
  readonly breaker: (room: string, state: BreakerState) => void;
  readonly swapped: (outcome: 'replaced' | 'refused') => void;
  /** What the executor of a graph is to tell. */
  executor(graph: 'portal' | 'public'): ExecutorObserver;
  /** Has the size of a graph's plan cache looked at whenever the metrics are read; returns how to stop. */
  watchCache(graph: 'portal' | 'public', bytes: () => number): () => void;
}

export function gatewayMetrics(
  metrics: Metrics,
  documents: Pick<TrustedDocuments, 'of'>,
): GatewayMetrics {
  const lookups = metrics.counter(
    'propertea_gateway_plan_cache_lookups_total',
    'Operations looked for among those that are planned and compiled, by graph and result.',
    ['graph', 'result'],
  );
  const bytes = metrics.gauge(
    'propertea_gateway_plan_cache_bytes',
    'What planned and compiled operations take, about.',
    ['graph'],
  );
  const planning = metrics.histogram(
    'propertea_gateway_planning_duration_seconds',
    'How long an operation waited for its plan, by graph and outcome.',
    ['graph', 'outcome'],
  );
  const breakers = metrics.gauge(
    'propertea_gateway_breaker_open',
    'Whether a room is spared because it failed, 1 or 0, once its breaker has opened.',
    ['room'],
  );
  const swaps = metrics.counter(
    'propertea_gateway_supergraph_swaps_total',
    'New supergraphs that were taken over or refused.',
    ['outcome'],
  );
  return {
    door: doorMetrics(metrics, documents),
    fetches: fetchMetrics(metrics),
    cost: costMetrics(metrics),
    sockets: socketMetrics(metrics),
    breaker: (room, state) => breakers.set({ room }, state === 'closed' ? 0 : 1),
    swapped: (outcome) => swaps.inc({ outcome }),
    executor: (graph) => ({
      lookedUp: (isKnown) => lookups.inc({ graph, result: isKnown ? 'hit' : 'miss' }),
      planned(milliseconds, error) {
        const outcome = error === undefined ? 'planned' : 'refused';
        planning.observe({ graph, outcome }, milliseconds / 1_000);
        observePlanning(milliseconds, error);
      },
    }),
    watchCache: (graph, read) => metrics.beforeRead(() => bytes.set({ graph }, read())),
  };
}

function costMetrics(metrics: Metrics): CostMetrics {
  const units = metrics.counter(
    'propertea_gateway_cost_units_total',
    'Units of cost of the public graph’s operations, as estimated before and as they were.',
    ['kind'],
  );
  const refusals = metrics.counter(
    'propertea_gateway_demand_refusals_total',
    'Operations of the public graph that were refused: too costly, or their caller spent too much lately.',
    ['reason'],
  );
  return {
    estimated: (count) => units.inc({ kind: 'estimated' }, count),
    actual: (count) => units.inc({ kind: 'actual' }, count),
    refused: (why) => refusals.inc({ reason: why === 'cost' ? 'cost_limit' : 'rate_limited' }),
  };
}

function socketMetrics(metrics: Metrics): SocketMetrics {
  const open = metrics.gauge('propertea_gateway_sockets_open', 'Sockets of clients.');
  const subscriptions = metrics.gauge(
    'propertea_gateway_subscriptions_open',
    'Subscriptions on sockets of clients.',
  );
  const closes = metrics.counter(
    'propertea_gateway_socket_closes_total',
    'Sockets that were closed, by close code.',
    ['code'],
  );
  return {
    opened: () => open.inc(),
    closed(code) {
      open.dec();
      closes.inc({ code: codeLabel(code) });
    },
    subscribed: () => subscriptions.inc(),
    unsubscribed: () => subscriptions.dec(),
  };
}

/** Of the codes that clients make up, all are one. */
function codeLabel(code: number): string {
  const isOfProtocol = (code >= 1000 && code <= 1015) || (code >= 4400 && code <= 4500);
  return isOfProtocol ? String(code) : 'other';
}
