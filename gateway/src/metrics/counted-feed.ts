import type { Metrics } from '@propertea/observability';
import type { EventFeed } from '../live/event-feed.js';

const LAG = [0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60];

/** The same feed, with what it brings counted: events, how late they come, and gaps. */
export function countedFeed(feed: EventFeed, metrics: Metrics): EventFeed {
  const lag = metrics.histogram(
    'propertea_gateway_event_lag_seconds',
    'From the moment of an event to its arrival in the gateway’s feed.',
    [],
    LAG,
  );
  const gaps = metrics.counter(
    'propertea_gateway_event_gaps_total',
    'How often events may have been missed, and every subscription to events ended.',
  );
  const open = metrics.gauge(
    'propertea_gateway_event_feed_open',
    'Whether the feed of events is connected, 1 or 0.',
  );
  metrics.beforeRead(() => open.set(feed.isOpen ? 1 : 0));
  return {
    get isOpen() {
      return feed.isOpen;
    },
    start: (receiver) =>
      feed.start({
        event(envelope) {
          lag.observe(Math.max(0, Date.now() - timeOf(envelope)) / 1_000);
          receiver.event(envelope);
        },
        lost() {
          gaps.inc();
          receiver.lost();
        },
      }),
    want: (types) => feed.want(types),
    close: () => feed.close(),
  };
}

function timeOf(envelope: unknown): number {
  const time = typeof envelope === 'object' && envelope !== null && 'time' in envelope;
  const parsed = time ? Date.parse(String(envelope.time)) : Number.NaN;
  return Number.isNaN(parsed) ? Date.now() : parsed;
}
