import { parse, validate } from 'graphql';
import {
  coordinatesOf,
  type Graph,
  isTouched,
  type Release,
  type Usage,
} from '../../documents/index.js';
import type { Change } from './changes.js';
import { clientSchema } from './client-schema.js';

/** Who stands on what a breaking change takes away. */
export interface Felt {
  /** Documents of running releases: `PropertyPage of landlord`. */
  documents: string[];
  /** Operations that were asked in these days, by whom and how often. */
  operations: { name: string; client: string; count: number; lastDay: string }[];
  /** Why it may be felt although nobody is named. */
  doubt: string | undefined;
}

export const isFelt = ({ documents, operations, doubt }: Felt): boolean =>
  documents.length + operations.length > 0 || doubt !== undefined;

interface Asked {
  label: string;
  coordinates: string[];
}

/** Says of changes of one contract who would feel them. Documents of portals stand on the portals' graph alone. */
export class FeltBy {
  readonly #documents: Asked[];

  constructor(
    private readonly graph: Graph,
    private readonly usage: Usage,
    releases: readonly Release[],
    oldSdl: string,
  ) {
    this.#documents = graph === 'portal' ? askedBy(releases, oldSdl) : [];
  }

  of({ touches }: Change): Felt {
    const touched = (coordinates: readonly string[]): boolean =>
      touches === undefined || touches.some((place) => isTouched(place, coordinates));
    return {
      documents: this.#documents
        .filter(({ coordinates }) => touched(coordinates))
        .map(({ label }) => label),
      operations: this.usage.operations
        .filter(({ graph, coordinates }) => graph === this.graph && touched(coordinates))
        .map(({ id, name, client, count, lastDay }) => ({
          name: name ?? id?.slice(0, 8) ?? 'several operations',
          client,
          count,
          lastDay,
        })),
      doubt: this.#doubt(touches),
    };
  }

  #doubt(touches: Change['touches']): string | undefined {
    const { countedDays, days, uncounted } = this.usage;
    if (countedDays.length === 0) return `nothing was counted in ${days} days`;
    if (uncounted > 0) return `${uncounted} operations or coordinates were not counted`;
    return touches === undefined ? 'it cannot be told what it touches' : undefined;
  }
}

/** What does not fit the old schema says nothing about it. */
function askedBy(releases: readonly Release[], oldSdl: string): Asked[] {
  const schema = clientSchema(oldSdl);
  return releases.flatMap(({ name: release, documents }) =>
    documents.flatMap(({ name, body }) => {
      const document = parse(body);
      if (validate(schema, document).length > 0) return [];
      return [{ label: `${name} of ${release}`, coordinates: coordinatesOf(document, schema) }];
    }),
  );
}
