import { buildSubgraphSchema } from '@apollo/subgraph';
import { createAssertionVerifier, createRoomSockets } from '@propertea/chassis/runtime';
import type {
  GraphQLAnswer,
  GraphQLRequest,
  Jwk,
  RoomSockets,
  RunningRoom,
  Subscribe,
} from '@propertea/chassis/runtime';
import { ASSERTION_HEADER, Fault } from '@propertea/kernel';
import type { Identity } from '@propertea/kernel';
import {
  execute as executeDocument,
  GraphQLError,
  parse,
  subscribe as subscribeTo,
  validate,
} from 'graphql';
import type { DocumentNode, GraphQLFieldResolver, GraphQLSchema } from 'graphql';
import { createHash } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { text } from 'node:stream/consumers';

export interface Seen {
  request: GraphQLRequest;
  identity: Identity;
  headers: Record<string, string | undefined>;
  /** Of a subscription: ends its source. */
  signal?: AbortSignal;
}

type Resolver = GraphQLFieldResolver<never, Seen, never>;
export type Resolvers = Record<string, Record<string, Resolver | { subscribe: Resolver }>>;

/** A small federated room on Apollo's own subgraph library, closed to whoever brings no assertion. */
export interface TestRoom extends RunningRoom {
  /** Every request that was let in, in order. */
  readonly seen: Seen[];
  /** While true, requests arrive and their answers get lost: HTTP connections break off. */
  losesAnswers: boolean;
  /** What its answers wait for. */
  held: Promise<unknown> | undefined;
  /** The status of its answers in place of 200, then without data. */
  status: number | undefined;
  /** Headers of its answers over HTTP. */
  says: Record<string, string | string[]>;
  /** Its subscriptions, for a server of its own. */
  readonly sockets: RoomSockets;
}

interface Read {
  /** Undefined where there are errors. */
  document?: DocumentNode;
  errors?: readonly GraphQLError[];
}

/** Parses and validates each query once: the gateway asks the same ones again and again. */
function reader(schema: GraphQLSchema): (query: string) => Read {
  const known = new Map<string, Read>();
  const read = (query: string): Read => {
    try {
      const document = parse(query);
      const errors = validate(schema, document);
      return errors.length > 0 ? { errors } : { document };
    } catch (error) {
      if (!(error instanceof GraphQLError)) throw error;
      return { errors: [error] };
    }
  };
  return (query) => {
    const found = known.get(query) ?? read(query);
    known.set(query, found);
    return found;
  };
}

export function testRoom(options: {
  name: string;
  sdl: string;
  resolvers: Resolvers;
  key: Jwk;
}): TestRoom {
  const { name, sdl } = options;
  const typeDefs = parse(sdl);
  const schema = buildSubgraphSchema([{ typeDefs, resolvers: options.resolvers as never }]);
  const verify = createAssertionVerifier(options.key, name);
  const sdlHash = createHash('sha256').update(sdl).digest('hex');
  const seen: Seen[] = [];
  const readQuery = reader(schema);

  async function execute(
    request: GraphQLRequest,
    headers: Record<string, string | undefined>,
  ): Promise<GraphQLAnswer> {
    let identity: Identity;
    try {
      identity = verify(headers[ASSERTION_HEADER]);
    } catch (error) {
      if (!(error instanceof Fault)) throw error;
      return { errors: [{ message: error.message, extensions: { code: error.code } }] };
    }
    const context = { request, identity, headers };
    seen.push(context);
    await room.held;
    if (room.losesAnswers) throw new Error('the answer got lost');
    const { document, errors } = readQuery(request.query);
    const result = document
      ? await executeDocument({
          schema,
          document,
          variableValues: request.variables,
          operationName: request.operationName,
          contextValue: context,
        })
      : { errors };
    return JSON.parse(JSON.stringify(result)) as GraphQLAnswer;
  }

  /** As a room's own: each event is answered with the rights of that moment. */
  async function* answers(
    request: GraphQLRequest,
    headersNow: () => Record<string, string>,
    signal: AbortSignal,
  ): AsyncGenerator<GraphQLAnswer, undefined> {
    const identity = verify(headersNow()[ASSERTION_HEADER]);
    const context: Seen = { request, identity, headers: headersNow(), signal };
    seen.push(context);
    const results = await subscribeTo({
      schema,
      document: parse(request.query),
      variableValues: request.variables,
      contextValue: context,
    });
    const plain = (result: unknown) => JSON.parse(JSON.stringify(result)) as GraphQLAnswer;
    if (!(Symbol.asyncIterator in results)) yield plain(results);
    else {
      try {
        for await (const result of results) {
          verify(headersNow()[ASSERTION_HEADER]);
          yield plain(result);
        }
      } catch (error) {
        if (!signal.aborted) throw error;
      }
    }
    return undefined;
  }

  const subscribe: Subscribe = (request, headers, signal) => {
    const over = new AbortController();
    signal?.addEventListener('abort', () => over.abort());
    if (signal?.aborted) over.abort();
    const now = typeof headers === 'function' ? headers : () => headers;
    const results = answers(request, now, over.signal);
    return {
      next: () => results.next(),
      return() {
        over.abort();
        return Promise.resolve({ done: true, value: undefined });
      },
      [Symbol.asyncIterator]() {
        return this;
      },
    };
  };

  const room: TestRoom = {
    name,
    losesAnswers: false,
    held: undefined,
    status: undefined,
    says: {},
    sdl,
    sdlHash,
    seen,
    execute,
    subscribe,
    sockets: createRoomSockets({ subscribe, verify }),
    ready: async () => true,
    isIdle: async () => true,
    stop: async () => {},
    handler: (request, response) => {
      answer(request, response).catch((error: unknown) => response.destroy(error as Error));
    },
  };
  return room;

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const headers = request.headers as Record<string, string | undefined>;
    const send = (status: number, body: unknown) =>
      response
        .writeHead(status, { 'content-type': 'application/json', ...room.says })
        .end(JSON.stringify(body));
    if (request.url === '/ready') {
      return void send(200, { status: 'ready', room: name, sdlHash: room.sdlHash });
    }
    if (request.url === '/graphql') {
      const body = JSON.parse(await text(request)) as GraphQLRequest;
      const answered = await execute(body, headers);
      if (room.status === undefined) return void send(200, answered);
      return void send(room.status, { errors: [{ message: 'Not now.' }] });
    }
    if (request.url?.startsWith('/oidc')) {
      return void send(200, { url: request.url, headers: request.headers });
    }
    // The room's own routes: tell who asked and echo the body as it comes in.
    response.writeHead(200, { 'x-subject': verify(headers[ASSERTION_HEADER]).subject ?? '' });
    response.flushHeaders();
    request.pipe(response);
  }
}
