import 'reflect-metadata';
import { buildSubgraphSchema } from '@apollo/subgraph';
import { printSchemaWithDirectives } from '@graphql-tools/utils';
import { decodeId, encodeId, ID_PREFIXES, type IdType, isUuid } from '@propertea/kernel';
import {
  type DocumentNode,
  type GraphQLSchema,
  lexicographicSortSchema,
  parse,
  print,
} from 'graphql';
import { buildSchema, createResolversMap, type PubSub } from 'type-graphql';
import { enforceAuthorization, referenceGuard } from './authorization.js';
import { spreadCacheControl } from './cache-control.js';
import type { RoomContext } from './context.js';
import type { SubgraphDefinition } from './define-subgraph.js';
import { spreadPublicTags } from './public-tags.js';

const LINK = `extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: [
  "@key", "@shareable", "@external", "@requires", "@provides", "@inaccessible", "@override", "@tag",
  "@authenticated", "@requiresScopes", "@policy", "@cost", "@listSize",
  "@composeDirective"
])`;

export type AnySubgraph = SubgraphDefinition<never> | SubgraphDefinition;

/** The room's executable subgraph schema and the SDL that it serves and that is committed. */
export async function buildRoomSchema(
  room: AnySubgraph,
): Promise<{ schema: GraphQLSchema; sdl: string }> {
  preferSimpleResolvers();
  const plain = await buildSchema({
    resolvers: room.resolvers,
    orphanedTypes: room.orphanedTypes ?? [],
    validate: false,
    // Federation directives are declared by the subgraph library, after this step.
    skipCheck: true,
    pubSub: noTopics,
  });
  const sorted = lexicographicSortSchema(plain);
  const document = spreadCacheControl(spreadPublicTags(parse(printSchemaWithDirectives(sorted))));
  const typeDefs: DocumentNode = {
    ...document,
    definitions: [
      ...parse(LINK).definitions,
      ...document.definitions.filter((node) => node.kind !== 'SchemaDefinition'),
    ],
  };
  const resolvers = createResolversMap(plain) as Record<string, Record<string, unknown>>;
  encodeIds(resolvers);
  const schema = buildSubgraphSchema([{ typeDefs, resolvers: resolvers as never }]);
  for (const [typeName, find] of Object.entries(room.references)) {
    const guard = referenceGuard(schema, room.name, typeName);
    const type = schema.getType(typeName);
    if (!type) throw new Error(`${room.name} has a reference for ${typeName}, but no such type.`);
    // Where the subgraph library looks; it echoes a reference for which it finds nothing.
    const resolveReference = referenceResolver(typeName as IdType, guard, find);
    type.extensions = { ...type.extensions, apollo: { subgraph: { resolveReference } } };
  }
  return { schema: enforceAuthorization(schema, room.name), sdl: `${print(typeDefs)}\n` };
}

/** Asked for by type-graphql as soon as there is a subscription; ours say themselves where events come from. */
const noTopics: PubSub = {
  publish() {
    throw new Error('Events are published through the outbox.');
  },
  subscribe() {
    throw new Error('Give the subscription a source of its own: @Subscription({ subscribe }).');
  },
};

/** The SDL of a room without starting it; needs no database. */
export async function printRoomSdl(room: AnySubgraph): Promise<string> {
  return (await buildRoomSchema(room)).sdl;
}

/** Fields without a resolver of their own are read off the object, without a promise for each. */
function preferSimpleResolvers(): void {
  const storage = (
    globalThis as {
      TypeGraphQLMetadataStorage?: {
        objectTypes: { simpleResolvers?: boolean }[];
        fields: { name: string; schemaName: string; simple?: boolean }[];
      };
    }
  ).TypeGraphQLMetadataStorage;
  for (const type of storage?.objectTypes ?? []) type.simpleResolvers ??= true;
  // Under another name nothing would be found on the object.
  for (const field of storage?.fields ?? []) {
    if (field.name !== field.schemaName) field.simple = false;
  }
}

/** Stored ids are UUIDs; at the edge they carry the prefix of their type. */
function encodeIds(resolvers: Record<string, Record<string, unknown>>): void {
  for (const typeName of Object.keys(ID_PREFIXES) as IdType[]) {
    const fields = resolvers[typeName];
    if (!fields) continue;
    fields['id'] = ({ id }: { id: string }) => (isUuid(id) ? encodeId(typeName, id) : id);
  }
}

function referenceResolver(
  typeName: IdType,
  guard: (context: RoomContext) => void,
  find: SubgraphDefinition['references'][string],
) {
  return async (reference: Record<string, unknown>, context: RoomContext): Promise<unknown> => {
    guard(context);
    const id = decodeId(typeName, String(reference['id']));
    return id === undefined ? null : find(context, id, reference);
  };
}
