import { SUBGRAPHS, type SubgraphName } from './schemas.js';

/** What one subgraph was asked since the last reset. */
export interface Count {
  calls: number;
  representations: number;
  /** Different representations, counted over the whole time since the reset and only while tracing. */
  distinct: number;
}

export type Counts = Record<SubgraphName, Count>;

/** Counts what the subgraphs are asked. Tracing costs time and is for single requests. */
export class Counter {
  private counts = zero();
  private seen: Set<string> | undefined;

  reset(trace: boolean): void {
    this.counts = zero();
    this.seen = trace ? new Set() : undefined;
  }

  add(name: SubgraphName, variables: Record<string, unknown>): void {
    const count = this.counts[name];
    count.calls++;
    for (const value of Object.values(variables)) {
      if (!Array.isArray(value)) continue;
      count.representations += value.length;
      if (!this.seen) continue;
      for (const representation of value) {
        const key = `${name} ${JSON.stringify(representation)}`;
        if (this.seen.has(key)) continue;
        this.seen.add(key);
        count.distinct++;
      }
    }
  }

  read(): Counts {
    return this.counts;
  }
}

function zero(): Counts {
  return Object.fromEntries(
    SUBGRAPHS.map((name) => [name, { calls: 0, representations: 0, distinct: 0 }]),
  ) as Counts;
}

/** The sum over all subgraphs. */
export function total(counts: Counts): Count {
  const all = Object.values(counts);
  const sum = (of: keyof Count): number => all.reduce((before, count) => before + count[of], 0);
  return {
    calls: sum('calls'),
    representations: sum('representations'),
    distinct: sum('distinct'),
  };
}
