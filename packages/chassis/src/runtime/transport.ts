import {
  request as httpRequest,
  type IncomingHttpHeaders,
  type IncomingMessage,
  type ServerResponse,
} from 'node:http';
import { urlToHttpOptions } from 'node:url';
import { trace } from '@opentelemetry/api';
import { Fault } from '@propertea/kernel';
import { Agent, request } from 'undici';
import type { GraphQLAnswer, GraphQLRequest, RoomHeaders } from './graphql.js';
import { remoteSubscription } from './remote-subscription.js';
import type { RunningRoom } from './room.js';

/** How the gateway talks to a room, wherever it runs. */
export interface RoomTransport {
  name: string;
  /**
   * Throws a Fault UPSTREAM_UNAVAILABLE where the room cannot be reached or does not answer GraphQL. A room behind
   * HTTP tells `said` the headers of its answer.
   */
  execute(
    request: GraphQLRequest,
    headers: Record<string, string>,
    signal?: AbortSignal,
    said?: (headers: IncomingHttpHeaders) => void,
  ): Promise<GraphQLAnswer>;
  /**
   * One answer for each event; a single one with errors where there is nothing to subscribe to. Ends at
   * once with the signal. Rejects when the room is lost, and when an assertion expires for which
   * `headers`, where it is a function, gives no younger one.
   */
  subscribe(
    request: GraphQLRequest,
    headers: RoomHeaders,
    signal?: AbortSignal,
  ): AsyncIterable<GraphQLAnswer>;
  /** Passes a plain HTTP request through to the room's own routes, body and answer streamed. */
  forward(req: IncomingMessage, res: ServerResponse, headers?: Record<string, string>): void;
  ready(): Promise<{ ready: boolean; sdlHash?: string }>;
}

/** A room in the same process: no HTTP and no serialisation between. */
export function inProcess(room: RunningRoom): RoomTransport {
  return {
    name: room.name,
    execute: (graphql, headers) => room.execute(graphql, headers),
    subscribe: (graphql, headers, signal) => room.subscribe(graphql, headers, signal),
    forward: (req, res, headers = {}) => {
      Object.assign(req.headers, headers);
      room.handler(req, res);
    },
    ready: async () => ({ ready: await room.ready(), sdlHash: room.sdlHash }),
  };
}

/** A room behind HTTP at `url` (origin, without path). */
export function overHttp(name: string, url: string, timeoutMs = 30_000): RoomTransport {
  const agent = new Agent({ connections: 64, keepAliveTimeout: 30_000 });
  const unavailable = (cause: unknown) =>
    new Fault(
      'UPSTREAM_UNAVAILABLE',
      `The ${name} service is not available. Try again in a moment.`,
      { cause },
    );
  return {
    name,
    async execute(graphql, headers, signal, said) {
      try {
        const answer = await request(`${url}/graphql`, {
          method: 'POST',
          dispatcher: agent,
          headers: { ...withoutOwnTrace(headers), 'content-type': 'application/json' },
          body: JSON.stringify(graphql),
          headersTimeout: timeoutMs,
          bodyTimeout: timeoutMs,
          ...(signal && { signal }),
        });
        const { statusCode } = answer;
        const body = (await readJson(answer.body, statusCode)) as GraphQLAnswer;
        if (saysAbsent(statusCode) && !body?.data) throw absent(statusCode);
        said?.(answer.headers);
        return body;
      } catch (error) {
        throw unavailable(error);
      }
    },
    subscribe: (graphql, headers, signal) =>
      remoteSubscription({
        url: `${url.replace(/^http/, 'ws')}/graphql`,
        request: graphql,
        headers,
        signal,
        lost: unavailable,
      }),
    forward(req, res, headers = {}) {
      const upstream = httpRequest(
        {
          ...urlToHttpOptions(new URL(url)),
          // As it came: resolved against the room's address, a whole URL would name another host and
          // `..` another route.
          path: req.url ?? '/',
          method: req.method,
          headers: { ...req.headers, ...headers },
        },
        (answer) => {
          res.writeHead(answer.statusCode ?? 502, answer.headers);
          answer.pipe(res);
          answer.once('close', () => {
            if (!answer.complete) res.destroy();
          });
        },
      );
      res.once('close', () => {
        if (!res.writableFinished) upstream.destroy();
      });
      upstream.on('error', () => {
        if (res.headersSent) return void res.destroy();
        res.writeHead(503, { 'content-type': 'application/json' });
        res.end(
          JSON.stringify({
            errors: [
              { message: unavailable(null).message, extensions: { code: 'UPSTREAM_UNAVAILABLE' } },
            ],
          }),
        );
      });
      req.pipe(upstream);
    },
    async ready() {
      try {
        const answer = await request(`${url}/ready`, {
          dispatcher: agent,
          headersTimeout: 2_000,
          bodyTimeout: 2_000,
        });
        const body = (await answer.body.json()) as { sdlHash?: string };
        return { ready: answer.statusCode === 200, ...(body.sdlHash && { sdlHash: body.sdlHash }) };
      } catch {
        return { ready: false };
      }
    },
  };
}

/** Statuses by which gateways and load balancers say that the room is not there. */
const saysAbsent = (status: number): boolean => status >= 502 && status <= 504;

const absent = (status: number) =>
  Object.assign(new Error(`It answered with the status ${status}`), { status });

async function readJson(body: { json(): Promise<unknown> }, status: number): Promise<unknown> {
  try {
    return await body.json();
  } catch (error) {
    throw saysAbsent(status) ? absent(status) : error;
  }
}

/** With telemetry on, undici's instrumentation adds the header itself; twice it would say nothing. */
function withoutOwnTrace({ traceparent, ...headers }: Record<string, string>) {
  return traceparent === undefined || trace.getActiveSpan() ? headers : { ...headers, traceparent };
}
