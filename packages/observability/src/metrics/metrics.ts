import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client';

/** Seconds, for work that takes from a millisecond to the time budget of an operation. */
const SECONDS = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30];

/** Brings gauges up to date before they are read. What it rejects with leaves them as they were. */
export type Refresh = () => Promise<void> | void;

/** What documentation says of a metric. */
export interface MetricDescription {
  name: string;
  kind: 'counter' | 'gauge' | 'histogram';
  labels: readonly string[];
  help: string;
}

/**
 * What a process counts, as Prometheus reads it. A metric that is asked for twice is the same, so that the
 * rooms of one process share it. Values of labels are few and known: never ids, organizations or persons.
 */
export class Metrics {
  readonly #registry = new Registry();
  readonly #described = new Map<string, MetricDescription>();
  readonly #refreshes = new Set<Refresh>();
  #hasProcess = false;

  counter<Label extends string>(
    name: string,
    help: string,
    labelNames: readonly Label[] = [],
  ): Counter<Label> {
    return this.#known({ name, kind: 'counter', labels: labelNames, help }, (registers) => {
      return new Counter({ name, help, labelNames, registers });
    });
  }

  gauge<Label extends string>(
    name: string,
    help: string,
    labelNames: readonly Label[] = [],
  ): Gauge<Label> {
    return this.#known({ name, kind: 'gauge', labels: labelNames, help }, (registers) => {
      return new Gauge({ name, help, labelNames, registers });
    });
  }

  /** Of seconds. */
  histogram<Label extends string>(
    name: string,
    help: string,
    labelNames: readonly Label[] = [],
    buckets: readonly number[] = SECONDS,
  ): Histogram<Label> {
    return this.#known({ name, kind: 'histogram', labels: labelNames, help }, (registers) => {
      return new Histogram({ name, help, labelNames, registers, buckets: [...buckets] });
    });
  }

  /** Has gauges brought up to date whenever somebody reads them. Returns how to stop that. */
  beforeRead(refresh: Refresh): () => void {
    this.#refreshes.add(refresh);
    return () => void this.#refreshes.delete(refresh);
  }

  /** Counts what Node itself is at: CPU, memory, garbage, the lag of the event loop. */
  withProcess(): this {
    if (!this.#hasProcess) collectDefaultMetrics({ register: this.#registry });
    this.#hasProcess = true;
    return this;
  }

  get contentType(): string {
    return this.#registry.contentType;
  }

  async text(): Promise<string> {
    await Promise.allSettled([...this.#refreshes].map(async (refresh) => refresh()));
    return this.#registry.metrics();
  }

  /** What is counted, by name. */
  described(): MetricDescription[] {
    return [...this.#described.values()].toSorted((a, b) => (a.name < b.name ? -1 : 1));
  }

  #known<Metric>(described: MetricDescription, make: (registers: Registry[]) => Metric): Metric {
    const known = this.#registry.getSingleMetric(described.name) as Metric | undefined;
    if (known) return known;
    this.#described.set(described.name, described);
    return make([this.#registry]);
  }
}

/** Those of this process. */
export const processMetrics = new Metrics();
