import { composeServices } from '@apollo/composition';
import {
  GraphQLError,
  type GraphQLSchema,
  lexicographicSortSchema,
  parse,
  printSchema,
} from 'graphql';

/** What one room serves. `name` is the folder's name under subgraphs/. */
export interface RoomSdl {
  name: string;
  sdl: string;
  /** Routing URL in the supergraph; the gateway replaces it by name. */
  url?: string;
}

export interface CompositionProblem {
  /** Apollo's code, e.g. FIELD_TYPE_MISMATCH. */
  code: string;
  message: string;
  /** The rooms that take part in it; empty where composition does not say. */
  rooms: string[];
}

export type ComposerResult =
  | { supergraphSdl: string; apiSdl: string; hints: string[] }
  | { problems: CompositionProblem[] };

/** The seam for another composition library; rooms come sorted by name. */
export interface Composer {
  compose(rooms: readonly RoomSdl[]): ComposerResult;
}

/** A stable placeholder, so that the committed supergraph does not depend on where rooms run. */
export const routingUrl = (room: string): string => `http://${room}.invalid/graphql`;

/** Sorted SDL: the same schema always prints the same bytes. */
export const printSorted = (schema: GraphQLSchema): string =>
  `${printSchema(lexicographicSortSchema(schema))}\n`;

/** `@apollo/composition` (Elastic-2.0) behind our interface. */
export const apolloComposer: Composer = {
  compose(rooms) {
    const services = [];
    const unreadable: CompositionProblem[] = [];
    for (const room of rooms) {
      try {
        const url = room.url ?? routingUrl(room.name);
        services.push({ name: room.name, url, typeDefs: parse(room.sdl) });
      } catch (error) {
        if (!(error instanceof GraphQLError)) throw error;
        const line = error.locations?.[0]?.line ?? 0;
        const message = `[${room.name}] line ${line}: ${error.message}`;
        unreadable.push({ code: 'INVALID_GRAPHQL', message, rooms: [room.name] });
      }
    }
    if (unreadable.length > 0) return { problems: unreadable };

    const result = composeServices(services);
    if (result.errors) {
      const names = rooms.map((room) => room.name);
      return { problems: result.errors.map((error) => toProblem(error, names)) };
    }
    return {
      supergraphSdl: `${result.supergraphSdl.trimEnd()}\n`,
      apiSdl: printSorted(result.schema.toAPISchema().toGraphQLJSSchema()),
      hints: result.hints.map((hint) => hint.toString()),
    };
  },
};

function toProblem(error: GraphQLError, names: readonly string[]): CompositionProblem {
  const nodeRooms = new Set(
    (error.nodes ?? []).map((node) => ('subgraph' in node ? node.subgraph : undefined)),
  );
  const named = names.filter(
    (name) =>
      nodeRooms.has(name) ||
      error.message.includes(`"${name}"`) ||
      error.message.startsWith(`[${name}]`),
  );
  const code = error.extensions['code'];
  return {
    code: typeof code === 'string' ? code : 'UNKNOWN',
    message: error.message,
    rooms: named,
  };
}
