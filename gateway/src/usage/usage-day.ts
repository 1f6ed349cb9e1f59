import type { Graph, OperationUsage } from '@propertea/schema/documents';
import { z } from 'zod';

export interface UsageLimits {
  /** Operations by document and client; what comes after is taken together, for each client apart. */
  operationsPerDay: number;
  coordinatesPerDay: number;
  clientsPerDay: number;
}

/** One operation as it was asked. */
export interface Asked {
  graph: Graph;
  id: string;
  name: string | null;
  client: string;
}

const MAX_NAME = 100;
const OTHERS = 'others';

const storedSchema = z.object({
  coordinates: z.array(z.string()),
  uncounted: z.number(),
  operations: z.array(
    z.object({
      graph: z.enum(['portal', 'public']),
      id: z.string().nullable(),
      name: z.string().nullable(),
      client: z.string(),
      count: z.number(),
      /** Places in the list of coordinates. */
      at: z.array(z.number()),
    }),
  ),
});

interface Counted extends Omit<Asked, 'id'> {
  id: string | null;
  count: number;
  readonly at: Set<number>;
}

/** What one process counted on one day, within limits. */
export class UsageDay {
  readonly #operations = new Map<string, Counted>();
  readonly #clients = new Set<string>();
  readonly #coordinates = new Map<string, number>();
  #uncounted = 0;

  constructor(
    readonly day: string,
    private readonly limits: UsageLimits,
  ) {}

  /** Counts an operation that is known already; false where its coordinates are needed. */
  countKnown(asked: Asked, count: number): boolean {
    const known = this.#operations.get(keyOf(asked));
    if (known) known.count += count;
    return known !== undefined;
  }

  count(asked: Asked, count: number, coordinates: readonly string[]): void {
    const operation = this.#operationOf(asked);
    operation.count += count;
    for (const coordinate of coordinates) {
      const place = this.#coordinates.get(coordinate) ?? this.#coordinates.size;
      if (place >= this.limits.coordinatesPerDay) {
        this.#uncounted += 1;
        continue;
      }
      this.#coordinates.set(coordinate, place);
      operation.at.add(place);
    }
  }

  /** Of operations for which there was no room even to look at them. */
  miss(count: number): void {
    this.#uncounted += count;
  }

  toString(): string {
    return JSON.stringify({
      coordinates: [...this.#coordinates.keys()],
      uncounted: this.#uncounted,
      operations: [...this.#operations.values()].map(({ at, ...one }) => ({ ...one, at: [...at] })),
    });
  }

  #operationOf(asked: Asked): Counted {
    const isNew = !this.#clients.has(asked.client);
    const client = isNew && this.#clients.size >= this.limits.clientsPerDay ? OTHERS : asked.client;
    this.#clients.add(client);
    const isFull = this.#operations.size >= this.limits.operationsPerDay;
    const { graph } = asked;
    const id = isFull ? null : asked.id;
    const name = isFull ? null : (asked.name?.slice(0, MAX_NAME) ?? null);
    // Nothing else of what was asked is kept: a document may hold values.
    const counted: Counted = { graph, id, name, client, count: 0, at: new Set() };
    const key = keyOf(counted);
    const known = this.#operations.get(key);
    if (!known) this.#operations.set(key, counted);
    return known ?? counted;
  }
}

/** What a process wrote of a day. Throws where it is something else. */
export function readUsageDay(
  day: string,
  text: string,
): { operations: OperationUsage[]; uncounted: number } {
  const stored = storedSchema.parse(JSON.parse(text));
  const operations = stored.operations.map(({ at, ...operation }) => ({
    ...operation,
    lastDay: day,
    coordinates: at.flatMap((place) => stored.coordinates[place] ?? []),
  }));
  return { operations, uncounted: stored.uncounted };
}

export const keyOf = (one: Pick<Asked, 'graph' | 'client'> & { id: string | null }): string =>
  `${one.graph} ${one.id ?? ''} ${one.client}`;
