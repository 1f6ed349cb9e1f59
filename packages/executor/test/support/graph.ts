import { composeServices } from '@apollo/composition';
import { buildSubgraphSchema } from '@apollo/subgraph';
import { execute, Kind, parse, validate } from 'graphql';
import type { DocumentNode, GraphQLFieldResolver, GraphQLSchema } from 'graphql';
import type { Subgraph, SubgraphAnswer, SubgraphCall, SubgraphRequest } from '../../src/index.js';
import { Source } from './source.js';

/** The resolvers of a subgraph as @apollo/subgraph takes them. */
export type Resolvers = Record<string, Record<string, unknown>>;

export interface SubgraphDefinition {
  readonly typeDefs: string;
  readonly resolvers?: Resolvers;
  /** Answers every field that `resolvers` leaves out. */
  readonly fieldResolver?: GraphQLFieldResolver<unknown, unknown>;
}

/** One request as a subgraph received it. */
export interface Sent {
  readonly subgraph: string;
  readonly kind: SubgraphCall<unknown>['kind'] | undefined;
  readonly query: string;
  readonly variables: Readonly<Record<string, unknown>>;
  readonly context: unknown;
}

/** Answers in place of a subgraph, fails by throwing, or lets it answer by returning nothing. */
export type Fault = (
  request: SubgraphRequest,
  call?: SubgraphCall<unknown>,
) => SubgraphAnswer | undefined | Promise<SubgraphAnswer | undefined>;

const DIRECTIVES = [
  '@key',
  '@shareable',
  '@external',
  '@requires',
  '@provides',
  '@override',
  '@interfaceObject',
  '@inaccessible',
  '@tag',
  '@authenticated',
  '@requiresScopes',
  '@policy',
  '@composeDirective',
  '@context',
  '@fromContext',
];

/** The directive by which a subgraph says what of its answers may be kept. */
const CACHE_CONTROL = `
  extend schema
    @link(url: "https://propertea.example/cache/v1.0", import: ["@cacheControl"])
    @composeDirective(name: "@cacheControl")
  directive @cacheControl(maxAge: Int, scope: CacheControlScope, inheritMaxAge: Boolean)
    on FIELD_DEFINITION | OBJECT | INTERFACE | UNION
  enum CacheControlScope { PUBLIC PRIVATE }
`;

/** What a subgraph with these types says about itself to composition. */
export function federated(typeDefs: string): DocumentNode {
  if (typeDefs.includes('@cacheControl') && !typeDefs.includes('directive @cacheControl')) {
    return federated(`${CACHE_CONTROL}${typeDefs}`);
  }
  const used = DIRECTIVES.filter((name) => new RegExp(`${name}\\b`).test(typeDefs));
  const link = `extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: ${JSON.stringify(used)})`;
  return parse(`${link}\n${typeDefs}`);
}

/** The reasons for which the subgraphs do not go together, or their supergraph. */
export function compose(
  definitions: Readonly<Record<string, SubgraphDefinition>>,
): { supergraphSdl: string } | { problems: readonly string[] } {
  const result = composeServices(
    Object.entries(definitions).map(([name, { typeDefs }]) => ({
      name,
      url: `http://${name}.invalid/graphql`,
      typeDefs: federated(typeDefs),
    })),
  );
  if (result.errors) return { problems: result.errors.map((error) => error.message) };
  return { supergraphSdl: result.supergraphSdl };
}

const composed = new Map<string, string>();

/** Subgraphs in this process, what they were asked, and what goes wrong with them. */
export class Graph {
  readonly sent: Sent[] = [];
  readonly faults = new Map<string, Fault>();
  readonly sources = new Map<string, Source[]>();
  readonly #schemas = new Map<string, GraphQLSchema>();
  readonly #documents = new Map<string, { document: DocumentNode; mistakes: string[] }>();

  private constructor(
    readonly supergraphSdl: string,
    private readonly definitions: Readonly<Record<string, SubgraphDefinition>>,
  ) {
    for (const [name, { typeDefs, resolvers }] of Object.entries(definitions)) {
      const module = { typeDefs: federated(typeDefs), resolvers: resolvers as any };
      this.#schemas.set(name, buildSubgraphSchema([module]));
    }
  }

  static of(definitions: Readonly<Record<string, SubgraphDefinition>>): Graph {
    const key = JSON.stringify(definitions);
    let supergraphSdl = composed.get(key);
    if (supergraphSdl === undefined) {
      const result = compose(definitions);
      if ('problems' in result) throw new Error(result.problems.join('\n'));
      ({ supergraphSdl } = result);
      if (composed.size > 50) composed.clear();
      composed.set(key, supergraphSdl);
    }
    return new Graph(supergraphSdl, definitions);
  }

  /** The way of our executor to a subgraph. */
  readonly subgraph = (name: string): Subgraph<any> => ({
    execute: (request, call) => this.ask(name, request, call),
    subscribe: (request, call) => this.#subscribe(name, request, call),
  });

  /** Lets a subgraph answer; what it says is a copy, as if it had come over a wire. */
  async ask(
    name: string,
    request: SubgraphRequest,
    call?: SubgraphCall<unknown>,
  ): Promise<SubgraphAnswer> {
    // What was sent is what a wire would have carried at this moment.
    const variables = JSON.parse(JSON.stringify(request.variables ?? {}));
    const { query } = request;
    this.sent.push({ subgraph: name, kind: call?.kind, query, variables, context: call?.context });
    const sent = { ...request, variables };
    return (await this.faults.get(name)?.(sent, call)) ?? this.answer(name, sent, call);
  }

  /** What a subgraph answers where nothing goes wrong. */
  async answer(
    name: string,
    { query, variables, operationName }: SubgraphRequest,
    call?: SubgraphCall<unknown>,
  ): Promise<SubgraphAnswer> {
    const { document, mistakes } = this.#parsed(name, query);
    if (mistakes.length > 0) return { errors: mistakes.map((message) => ({ message })) };
    const result = await execute({
      schema: this.schemaOf(name),
      document,
      variableValues: variables,
      ...(operationName === undefined ? {} : { operationName }),
      contextValue: call?.context,
      fieldResolver: this.definitions[name]?.fieldResolver,
    });
    return JSON.parse(JSON.stringify(result));
  }

  schemaOf(name: string): GraphQLSchema {
    const schema = this.#schemas.get(name);
    if (!schema) throw new Error(`There is no subgraph ${name}`);
    return schema;
  }

  /** The requests that one subgraph, or everyone, received. */
  requests(name?: string): readonly Sent[] {
    return name === undefined ? this.sent : this.sent.filter(({ subgraph }) => subgraph === name);
  }

  /** All representations that a subgraph received, in order. */
  representations(name: string): unknown[] {
    return this.requests(name).flatMap(representationsOf);
  }

  #subscribe(name: string, request: SubgraphRequest, call: SubgraphCall<unknown>): Source {
    const { query, variables } = request;
    this.sent.push({ subgraph: name, kind: call.kind, query, variables, context: call.context });
    const source = new Source(call.signal);
    this.sources.set(name, [...(this.sources.get(name) ?? []), source]);
    return source;
  }

  /** A request as a server reads it: only what is valid is executed. */
  #parsed(name: string, query: string): { document: DocumentNode; mistakes: string[] } {
    const key = `${name} ${query}`;
    let parsed = this.#documents.get(key);
    if (!parsed) {
      const document = parse(query);
      const found = validate(this.schemaOf(name), document);
      parsed = { document, mistakes: found.map(({ message }) => `${name}: ${message}`) };
      this.#documents.set(key, parsed);
    }
    return parsed;
  }
}

/** Under which key a request asks for which entities, however its variables are called. */
export function entitiesOf({
  query,
  variables,
}: Pick<SubgraphRequest, 'query' | 'variables'>): { key: string; representations: any[] }[] {
  return parse(query).definitions.flatMap((definition) => {
    if (definition.kind !== Kind.OPERATION_DEFINITION) return [];
    return definition.selectionSet.selections.flatMap((selection) => {
      if (selection.kind !== Kind.FIELD || selection.name.value !== '_entities') return [];
      const value = selection.arguments?.[0]?.value;
      if (value?.kind !== Kind.VARIABLE)
        throw new Error(`Representations are no variable: ${query}`);
      const representations = (variables[value.name.value] as unknown[] | undefined) ?? [];
      return [{ key: selection.alias?.value ?? '_entities', representations }];
    });
  });
}

/** All representations in a request. */
export const representationsOf = (sent: Sent): unknown[] =>
  entitiesOf(sent).flatMap(({ representations }) => representations);
