import type { Metrics } from '@propertea/observability';

/** What the way to the rooms counts. */
export interface FetchMetrics {
  /** A fetch was sent and answered, or not. */
  sent(room: string, outcome: 'answered' | 'unavailable' | 'aborted', milliseconds: number): void;
  /** An equal fetch of the same identity was under way already. */
  shared(room: string): void;
}

export function fetchMetrics(metrics: Metrics): FetchMetrics {
  const durations = metrics.histogram(
    'propertea_gateway_fetch_duration_seconds',
    'Requests that were sent to rooms, by room and outcome.',
    ['room', 'outcome'],
  );
  const shared = metrics.counter(
    'propertea_gateway_fetches_shared_total',
    'Fetches that were not sent because an equal one of the same identity was under way.',
    ['room'],
  );
  return {
    sent: (room, outcome, milliseconds) =>
      durations.observe({ room, outcome }, milliseconds / 1_000),
    shared: (room) => shared.inc({ room }),
  };
}
