import type { Metrics } from '@propertea/observability';
import type { FetchCache } from '@propertea/executor';

/** The same cache, whose hits and misses are counted. */
export function countedCache<Context>(
  cache: FetchCache<Context>,
  metrics: Metrics,
): FetchCache<Context> {
  const lookups = metrics.counter(
    'propertea_gateway_cache_lookups_total',
    'Entities and root fetches looked for among kept answers, by room and result; skipped where nothing may be kept.',
    ['room', 'result'],
  );
  return {
    async look(questions, context, signal) {
      const lookup = await cache.look(questions, context, signal);
      for (const [index, { part }] of questions.entries()) {
        const result = lookup ? (lookup.found[index] ? 'hit' : 'miss') : 'skipped';
        lookups.inc({ room: part.subgraph, result });
      }
      return lookup;
    },
    served: (context, freshness) => cache.served(context, freshness),
  };
}
