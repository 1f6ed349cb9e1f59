import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { buildSubgraphSchema } from '@apollo/subgraph';
import { type DirectiveNode, type GraphQLSchema, Kind, parse, print, visit } from 'graphql';
import { ROOMS } from './subgraphs/data.js';
import { mockRoom } from './subgraphs/mock.js';
import type { Room } from './subgraphs/room.js';
import { SCHEMAS } from './subgraphs/schemas.js';
import { OPERATION, type Operation } from './workload.js';

export const WORKLOAD_NAMES = ['reference', 'property-page'] as const;
export type WorkloadName = (typeof WORKLOAD_NAMES)[number];

/** One operation over one supergraph. */
export interface Workload {
  name: WorkloadName;
  operation: Operation;
  /** The SDL of each subgraph. */
  schemas: Record<string, string>;
}

/** One subgraph of a workload with its data. */
export interface Served {
  name: string;
  schema: GraphQLSchema;
  room: Room;
}

const SCHEMA_FOLDER = fileURLToPath(new URL('../../../schema/', import.meta.url));
const PAGE = 'PropertyPage';
const PROTECTIONS = new Set(['authenticated', 'requiresScopes', 'policy']);

export function workloadOf(name: WorkloadName): Workload {
  return name === 'reference'
    ? { name, operation: OPERATION, schemas: SCHEMAS }
    : { name, operation: propertyPage(), schemas: ourSchemas() };
}

export function servedBy({ name: workload, schemas }: Workload): Served[] {
  const reference: Record<string, Room> = ROOMS;
  return Object.entries(schemas).map(([name, sdl]) => {
    const schema = buildSubgraphSchema(parse(sdl));
    const room = workload === 'reference' ? reference[name] : mockRoom(schema);
    if (!room) throw new Error(`no data for ${name}`);
    return { name, schema, room };
  });
}

/** The largest query of the landlord portal's property page, as the portal sends it. */
function propertyPage(): Operation {
  const { operations } = JSON.parse(
    readFileSync(`${SCHEMA_FOLDER}operations/landlord.json`, 'utf8'),
  ) as { operations: { name: string; body: string }[] };
  const found = operations.find(({ name }) => name === PAGE);
  if (!found) throw new Error(`the landlord portal sends no ${PAGE}`);
  return { query: found.body, variable: 'id' };
}

/** The subgraphs of this repository, open to everybody: stock Apollo refuses a supergraph with protections. */
function ourSchemas(): Record<string, string> {
  const files = readdirSync(`${SCHEMA_FOLDER}subgraphs`).filter((file) =>
    file.endsWith('.graphql'),
  );
  return Object.fromEntries(
    files
      .toSorted()
      .map((file) => [
        file.slice(0, -'.graphql'.length),
        withoutProtections(readFileSync(`${SCHEMA_FOLDER}subgraphs/${file}`, 'utf8')),
      ]),
  );
}

function withoutProtections(sdl: string): string {
  return print(
    visit(parse(sdl), {
      Directive: (node: DirectiveNode) => (PROTECTIONS.has(node.name.value) ? null : undefined),
      ListValue: (node) => ({
        ...node,
        values: node.values.filter(
          (value) => value.kind !== Kind.STRING || !PROTECTIONS.has(value.value.slice(1)),
        ),
      }),
    }),
  );
}
