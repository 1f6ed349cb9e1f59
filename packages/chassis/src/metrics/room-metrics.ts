import type { Metrics } from '@propertea/observability';

/** How much of a room's facts is where. `undefined` where it cannot be told now. */
export interface RoomBacklog {
  readonly outbox: { pending: number; oldestSeconds: number };
  readonly queue: { ready: number; retry: number; dead: number } | undefined;
  readonly pool: { total: number; idle: number; waiting: number };
  /** How long ago the moment was due that waits longest. */
  readonly overdueSeconds: number;
}

/** What one room counts, beside the other rooms of its process. */
export class RoomMetrics {
  readonly #operations;
  readonly #durations;
  readonly #relayed;
  readonly #deliveries;
  readonly #runs;
  readonly #lag;
  readonly #gauges;

  constructor(
    private readonly metrics: Metrics,
    private readonly room: string,
  ) {
    this.#operations = metrics.counter(
      'propertea_room_operations_total',
      'Operations that a room answered, by the code of their first error, OK without one.',
      ['room', 'code'],
    );
    this.#durations = metrics.histogram(
      'propertea_room_operation_duration_seconds',
      'How long a room took for an operation.',
      ['room'],
    );
    this.#relayed = metrics.counter(
      'propertea_room_facts_relayed_total',
      'Rows of the outbox that were handed to the transport.',
      ['room'],
    );
    this.#deliveries = metrics.counter(
      'propertea_room_deliveries_total',
      'Events that came to a room: applied, to be tried again, or dead.',
      ['room', 'outcome'],
    );
    this.#runs = metrics.counter(
      'propertea_room_schedule_runs_total',
      'Due moments that were run: done, or failed and tried again.',
      ['room', 'outcome'],
    );
    this.#lag = metrics.histogram(
      'propertea_room_schedule_lag_seconds',
      'How long after it was due a moment was run.',
      ['room'],
      [0.1, 0.5, 1, 2.5, 5, 10, 30, 60, 300, 1_800, 7_200],
    );
    const gauge = <Label extends string>(name: string, help: string, ...labels: Label[]) =>
      metrics.gauge(`propertea_room_${name}`, help, ['room', ...labels]);
    this.#gauges = {
      pending: gauge('outbox_pending', 'Rows of the outbox that were not relayed yet.'),
      oldest: gauge(
        'outbox_oldest_seconds',
        'Age of the oldest row not relayed yet, zero without one.',
      ),
      queue: gauge('queue_deliveries', 'Events in the room’s queue, by their state.', 'state'),
      pool: gauge('pool_connections', 'Connections to the database, by their state.', 'state'),
      waiting: gauge('pool_waiting', 'Transactions that wait for a connection.'),
      overdue: gauge(
        'schedule_overdue_seconds',
        'How long the due moment waits that waits longest, zero without one.',
      ),
    };
  }

  answered(code: string, seconds: number): void {
    const { room } = this;
    this.#operations.inc({ room, code });
    this.#durations.observe({ room }, seconds);
  }

  relayed(facts: number): void {
    this.#relayed.inc({ room: this.room }, facts);
  }

  delivered(outcome: 'applied' | 'retried' | 'dead', count = 1): void {
    if (count > 0) this.#deliveries.inc({ room: this.room, outcome }, count);
  }

  /** `lagSeconds`: how long after it was due. */
  ran(outcome: 'done' | 'failed', lagSeconds: number): void {
    const { room } = this;
    this.#runs.inc({ room, outcome });
    this.#lag.observe({ room }, Math.max(0, lagSeconds));
  }

  /** Has the backlog looked at whenever somebody reads the metrics. Returns how to stop that. */
  watch(look: () => Promise<RoomBacklog>): () => void {
    return this.metrics.beforeRead(async () => this.#show(await look()));
  }

  #show({ outbox, queue, pool, overdueSeconds }: RoomBacklog): void {
    const { room } = this;
    const gauges = this.#gauges;
    gauges.pending.set({ room }, outbox.pending);
    gauges.oldest.set({ room }, outbox.oldestSeconds);
    for (const state of ['ready', 'retry', 'dead'] as const) {
      if (queue) gauges.queue.set({ room, state }, queue[state]);
    }
    for (const state of ['total', 'idle'] as const) gauges.pool.set({ room, state }, pool[state]);
    gauges.waiting.set({ room }, pool.waiting);
    gauges.overdue.set({ room }, overdueSeconds);
  }
}
