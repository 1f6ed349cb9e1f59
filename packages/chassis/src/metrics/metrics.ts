import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client';

/** Seconds, for work that takes from a millisecond to the time budget of an operation. */
const SECONDS = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30];

/** Brings gauges up to date before they are read. What it rejects with leaves them as they were. */
export type Refresh = () => Promise<void> | void;

/**
 * What a process counts, as Prometheus reads it. A metric that is asked for twice is the same, so that the
 * rooms of one process share it. Values of labels are few and known: never ids, organizations or persons.
 */
export class Metrics {
  readonly #registry = new Registry();
  readonly #refreshes = new Set<Refresh>();
  #hasProcess = false;

  counter<Label extends string>(
    name: string,
    help: string,
    labelNames: readonly Label[] = [],
  ): Counter<Label> {
    return this.#known(name, () => {
      const counter = new Counter({ name, help, labelNames, registers: [this.#registry] });
      return counter;
    });
  }

  gauge<Label extends string>(
    name: string,
    help: string,
    labelNames: readonly Label[] = [],
  ): Gauge<Label> {
    return this.#known(name, () => {
      const gauge = new Gauge({ name, help, labelNames, registers: [this.#registry] });
      return gauge;
    });
  }

  /** Of seconds. */
  histogram<Label extends string>(
    name: string,
    help: string,
    labelNames: readonly Label[] = [],
    buckets: readonly number[] = SECONDS,
  ): Histogram<Label> {
    return this.#known(name, () => {
      const registers = [this.#registry];
      const histogram = new Histogram({ name, help, labelNames, registers, buckets: [...buckets] });
      return histogram;
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
  described(): { name: string; kind: string; labels: string[]; help: string }[] {
    const metrics = this.#registry.getMetricsAsArray() as unknown as Described[];
    return metrics
      .map(({ name, help, labelNames = [], constructor }) => {
        return { name, help, labels: [...labelNames], kind: constructor.name.toLowerCase() };
      })
      .toSorted((a, b) => (a.name < b.name ? -1 : 1));
  }

  #known<Metric>(name: string, make: () => Metric): Metric {
    return (this.#registry.getSingleMetric(name) as Metric | undefined) ?? make();
  }
}

interface Described {
  name: string;
  help: string;
  labelNames?: string[];
}

/** Those of this process. */
export const processMetrics = new Metrics();
