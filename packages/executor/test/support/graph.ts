import { composeServices } from '@apollo/composition';
import { buildSubgraphSchema } from '@apollo/subgraph';
import { execute, Kind, parse } from 'graphql';
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
];

/** What a subgraph with these types says about itself to composition. */
export function federated(typeDefs: string): DocumentNode {
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

/** Subgraphs in this process, what they were asked, and what goes wrong with them. */
export class Graph {
  readonly sent: Sent[] = [];
  readonly faults = new Map<string, Fault>();
  readonly sources = new Map<string, Source[]>();
  readonly #schemas = new Map<string, GraphQLSchema>();
  readonly #documents = new Map<string, DocumentNode>();

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
    const composed = compose(definitions);
    if ('problems' in composed) throw new Error(composed.problems.join('\n'));
    return new Graph(composed.supergraphSdl, definitions);
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
    const fault = await this.faults.get(name)?.({ ...request, variables }, call);
    if (fault) return fault;
    const result = await execute({
      schema: this.schemaOf(name),
      document: this.#parsed(query),
      variableValues: variables,
      ...(request.operationName === undefined ? {} : { operationName: request.operationName }),
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

  #parsed(query: string): DocumentNode {
    let document = this.#documents.get(query);
    if (!document) {
      document = parse(query);
      this.#documents.set(query, document);
    }
    return document;
  }
}

/** The representations in a request, however the variables that carry them are called. */
export function representationsOf({ query, variables }: Sent): unknown[] {
  const names = new Set<string>();
  for (const definition of parse(query).definitions) {
    if (definition.kind !== Kind.OPERATION_DEFINITION) continue;
    for (const selection of definition.selectionSet.selections) {
      if (selection.kind !== Kind.FIELD || selection.name.value !== '_entities') continue;
      const value = selection.arguments?.[0]?.value;
      if (value?.kind === Kind.VARIABLE) names.add(value.name.value);
    }
  }
  return [...names].flatMap((name) => (variables[name] as unknown[] | undefined) ?? []);
}
