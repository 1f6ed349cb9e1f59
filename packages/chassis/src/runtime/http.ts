import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import { ASSERTION_HEADER, REQUEST_ID_HEADER } from '@propertea/kernel';
import { z } from 'zod';
import type { GraphQLAnswer, GraphQLRequest } from './graphql.js';

const MAX_BODY_BYTES = 8 * 1024 * 1024;
/** Behind this nobody is answered: the connection ends. */
const MAX_DRAINED_BYTES = 8 * MAX_BODY_BYTES;

const requestSchema = z.object({
  query: z.string(),
  variables: z.record(z.string(), z.unknown()).nullish(),
  operationName: z.string().nullish(),
});

export interface RoomHandlerParts {
  name: string;
  sdlHash: string;
  execute: (
    request: GraphQLRequest,
    headers: Record<string, string | undefined>,
  ) => Promise<GraphQLAnswer>;
  ready: () => Promise<boolean>;
  /** By path prefix. */
  routes: Record<string, RequestListener>;
}

/** A room over HTTP: `POST /graphql`, `GET /health`, `GET /ready` and the room's own routes. */
export function createRoomHandler(parts: RoomHandlerParts): RequestListener {
  return (req, res) => {
    const path = (req.url ?? '/').split('?')[0] ?? '/';
    const route = Object.keys(parts.routes).find(
      (prefix) => path === prefix || path.startsWith(`${prefix}/`),
    );
    if (route) return parts.routes[route]?.(req, res);
    if (path === '/graphql') return void answerGraphql(parts, req, res);
    if (path === '/health') return send(res, 200, { status: 'ok' });
    if (path === '/ready') return void answerReady(parts, res);
    return send(res, 404, {
      errors: [{ message: 'Not found.', extensions: { code: 'NOT_FOUND' } }],
    });
  };
}

async function answerReady(parts: RoomHandlerParts, res: ServerResponse): Promise<void> {
  const ready = await parts.ready();
  const status = ready ? 'ready' : 'not ready';
  send(res, ready ? 200 : 503, { status, room: parts.name, sdlHash: parts.sdlHash });
}

async function answerGraphql(
  parts: RoomHandlerParts,
  req: IncomingMessage,
  res: ServerResponse,
): Promise<void> {
  const refuse = (status: number, message: string): void =>
    send(res, status, { errors: [{ message, extensions: { code: 'BAD_USER_INPUT' } }] });
  if (req.method !== 'POST') return refuse(405, 'Send GraphQL by POST.');
  try {
    const body = await readBody(req);
    if (body === undefined) return refuse(413, 'The request is too large.');
    const parsed = requestSchema.safeParse(parseJson(body));
    if (!parsed.success) return refuse(400, 'Send a JSON object with a "query".');
    const answer = await parts.execute(parsed.data, {
      [ASSERTION_HEADER]: headerOf(req, ASSERTION_HEADER),
      [REQUEST_ID_HEADER]: headerOf(req, REQUEST_ID_HEADER),
      traceparent: headerOf(req, 'traceparent'),
    });
    const rejected =
      answer.data === undefined && answer.errors?.[0]?.extensions?.['code'] === 'UNAUTHENTICATED';
    send(res, rejected ? 401 : 200, answer);
  } catch {
    send(res, 500, {
      errors: [{ message: 'Something went wrong on our side.', extensions: { code: 'INTERNAL' } }],
    });
  }
}

/** The body as text; undefined where it is too large, then read to its end so that the answer arrives. */
async function readBody(req: IncomingMessage): Promise<string | undefined> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of req as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > MAX_DRAINED_BYTES) break;
    if (size > MAX_BODY_BYTES) chunks.length = 0;
    else chunks.push(chunk);
  }
  return size > MAX_BODY_BYTES ? undefined : Buffer.concat(chunks).toString('utf8');
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function headerOf(req: IncomingMessage, name: string): string | undefined {
  const value = req.headers[name];
  return Array.isArray(value) ? value[0] : value;
}

function send(res: ServerResponse, status: number, body: unknown): void {
  if (res.destroyed) return;
  res.writeHead(status, { 'content-type': 'application/json; charset=utf-8' });
  res.end(JSON.stringify(body));
}
