import { createServer } from 'node:http';
import type { IncomingHttpHeaders, Server, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { composeServices } from '@apollo/composition';
import { buildSubgraphSchema } from '@apollo/subgraph';
import { graphql } from 'graphql';
import type { GraphQLSchema } from 'graphql';
import { federated } from './graph.js';
import type { Resolvers } from './graph.js';

/** Answers in place of the subgraph; returns whether it did. */
export type Hostile = (response: ServerResponse, headers: IncomingHttpHeaders) => boolean;

/** A subgraph behind HTTP that can be killed and come back on its port. Resolvers get the headers. */
export class HttpSubgraph {
  readonly #schema: GraphQLSchema;
  #server: Server | undefined;
  #port = 0;
  readonly seen: { headers: IncomingHttpHeaders; body: string }[] = [];
  hostile: Hostile | undefined;

  constructor(
    readonly name: string,
    readonly typeDefs: string,
    resolvers: Resolvers,
  ) {
    this.#schema = buildSubgraphSchema([
      { typeDefs: federated(typeDefs), resolvers: resolvers as never },
    ]);
  }

  get url(): string {
    return `http://127.0.0.1:${this.#port}/graphql`;
  }

  async start(): Promise<void> {
    const server = createServer((request, response) => {
      const chunks: Buffer[] = [];
      request.on('data', (chunk: Buffer) => chunks.push(chunk));
      request.on('end', () => {
        const body = Buffer.concat(chunks).toString();
        this.seen.push({ headers: request.headers, body });
        if (this.hostile?.(response, request.headers)) return;
        void this.#answer(body, request.headers, response);
      });
    });
    this.#server = server;
    await new Promise<void>((resolve) => server.listen(this.#port, '127.0.0.1', resolve));
    this.#port = (server.address() as AddressInfo).port;
  }

  /** Ends at once, with whatever is under way. */
  async kill(): Promise<void> {
    const server = this.#server;
    this.#server = undefined;
    if (!server) return;
    const closed = new Promise((resolve) => server.close(resolve));
    server.closeAllConnections();
    await closed;
  }

  async #answer(
    body: string,
    headers: IncomingHttpHeaders,
    response: ServerResponse,
  ): Promise<void> {
    const { query, variables } = JSON.parse(body) as {
      query: string;
      variables: Record<string, unknown>;
    };
    const answer = await graphql({
      schema: this.#schema,
      source: query,
      variableValues: variables,
      contextValue: headers,
    });
    response.setHeader('content-type', 'application/json').end(JSON.stringify(answer));
  }
}

/** The supergraph of started subgraphs. */
export function supergraphOf(subgraphs: readonly HttpSubgraph[]): string {
  const { supergraphSdl, errors } = composeServices(
    subgraphs.map(({ name, url, typeDefs }) => ({ name, url, typeDefs: federated(typeDefs) })),
  );
  if (!supergraphSdl) throw new Error(errors?.map(({ message }) => message).join('\n'));
  return supergraphSdl;
}
