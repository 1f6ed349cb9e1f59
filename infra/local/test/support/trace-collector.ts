import { randomBytes } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { gunzipSync } from 'node:zlib';
import type { GraphQLAnswer } from '@propertea/chassis/runtime';
import { ORGANIZATION_HEADER } from '@propertea/kernel';
import { eventually } from '@propertea/testkit';
import type { Office } from './office.js';

/** A span as an OTLP exporter sends it, with what the tests look at. */
export interface Span {
  name: string;
  /** Of the library that made it: http, graphql, pg … */
  library: string;
  traceId: string;
  spanId: string;
  parentSpanId: string;
  /** What the process that made it is called. */
  service: string;
  /** Id of the process it was made in. */
  pid: number;
  statement: string;
}

export interface TraceCollector {
  /** For OTEL_EXPORTER_OTLP_ENDPOINT. */
  url: string;
  /** All spans that have arrived. */
  spans: readonly Span[];
  /** Everything that has arrived, as it was sent. */
  texts: readonly string[];
  /** How often anything was sent, of whatever kind. */
  readonly requests: number;
  stop(): Promise<void>;
}

interface Attribute {
  key: string;
  value: { stringValue?: string; intValue?: string | number };
}

interface Export {
  resourceSpans?: {
    resource?: { attributes?: Attribute[] };
    scopeSpans?: {
      scope?: { name?: string };
      spans?: {
        name: string;
        traceId: string;
        spanId: string;
        parentSpanId?: string;
        attributes?: Attribute[];
      }[];
    }[];
  }[];
}

/** Receives traces over OTLP/HTTP in JSON (OTEL_EXPORTER_OTLP_PROTOCOL=http/json) on a free port of 127.0.0.1. */
export async function startTraceCollector(): Promise<TraceCollector> {
  const spans: Span[] = [];
  const texts: string[] = [];
  let requests = 0;
  const receive = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    requests += 1;
    const chunks: Buffer[] = [];
    for await (const chunk of request as AsyncIterable<Buffer>) chunks.push(chunk);
    const body = Buffer.concat(chunks);
    const text = request.headers['content-encoding'] === 'gzip' ? gunzipSync(body) : body;
    texts.push(text.toString());
    if (request.url === '/v1/traces') spans.push(...spansIn(JSON.parse(text.toString())));
    response.writeHead(200, { 'content-type': 'application/json' }).end('{}');
  };
  const server = createServer((request, response) => void receive(request, response));
  await new Promise<void>((done) => void server.listen(0, '127.0.0.1', done));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    spans,
    texts,
    get requests() {
      return requests;
    },
    stop: () =>
      new Promise((done) => {
        server.close(() => done());
        server.closeAllConnections();
      }),
  };
}

function spansIn({ resourceSpans = [] }: Export): Span[] {
  return resourceSpans.flatMap(({ resource, scopeSpans = [] }) =>
    scopeSpans.flatMap(({ scope, spans = [] }) =>
      spans.map(({ name, traceId, spanId, parentSpanId = '', attributes }) => ({
        name,
        traceId,
        spanId,
        parentSpanId,
        service: valueOf(resource?.attributes, 'service.name'),
        library: scope?.name?.replace('@opentelemetry/instrumentation-', '') ?? '',
        pid: Number(valueOf(resource?.attributes, 'process.pid')),
        statement: valueOf(attributes, 'db.query.text') || valueOf(attributes, 'db.statement'),
      })),
    ),
  );
}

function valueOf(attributes: Attribute[] = [], key: string): string {
  const value = attributes.find((attribute) => attribute.key === key)?.value;
  return String(value?.stringValue ?? value?.intValue ?? '');
}

/** For a platform that is to send its traces there, soon after they are made. */
export function telemetryTo({ url }: TraceCollector): Record<string, string> {
  return {
    OTEL_EXPORTER_OTLP_ENDPOINT: url,
    OTEL_EXPORTER_OTLP_PROTOCOL: 'http/json',
    OTEL_BSP_SCHEDULE_DELAY: '100',
  };
}

/**
 * Reads the companies and counts of their properties as a caller who traces too, and waits until the
 * statements of both rooms have arrived in the trace of that caller. Each comes with the libraries whose
 * spans lie above it, innermost first, up to the caller's own span.
 */
export async function traceOfRead(
  collector: TraceCollector,
  office: Office,
): Promise<{ table: string; pid: number; above: string[] }[]> {
  const { traceId, spanId, answer } = await askTraced(
    office,
    '{ companies { nodes { code properties { totalCount } } } }',
  );
  if (answer.errors) throw new Error(JSON.stringify(answer.errors));
  return eventually(
    () => {
      const spans = new Map(
        collector.spans
          .filter((span) => span.traceId === traceId)
          .map((span) => [span.spanId, span]),
      );
      return TABLES.flatMap((table) => {
        const span = [...spans.values()].find(({ statement }) => statement.includes(table));
        const above = span ? librariesAbove(span, spans) : [];
        return span && above.at(-1) === spanId
          ? [{ table, pid: span.pid, above: above.slice(0, -1) }]
          : [];
      });
    },
    (found) => found.length === TABLES.length,
  );
}

/** Asks as a caller who traces too, with an id of a trace of their own. */
export async function askTraced(
  office: Office,
  query: string,
  { variables = {}, headers = {} }: { variables?: object; headers?: Record<string, string> } = {},
): Promise<{ traceId: string; spanId: string; answer: GraphQLAnswer }> {
  const traceId = randomBytes(16).toString('hex');
  const spanId = randomBytes(8).toString('hex');
  const answer = await fetch(`${office.url}/graphql`, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      authorization: `Bearer ${office.token}`,
      [ORGANIZATION_HEADER]: office.organizationId,
      traceparent: `00-${traceId}-${spanId}-01`,
      ...headers,
    },
    body: JSON.stringify({ query, variables }),
  });
  return { traceId, spanId, answer: (await answer.json()) as GraphQLAnswer };
}

/** Subscribes as a caller who traces too; resolves once the gateway has taken note of it. */
export async function followTraced(
  office: Office,
  query: string,
): Promise<{ traceId: string; spanId: string; next: Promise<unknown>; close: () => void }> {
  const traceId = randomBytes(16).toString('hex');
  const spanId = randomBytes(8).toString('hex');
  const socket = new WebSocket(
    `${office.url.replace('http', 'ws')}/graphql`,
    'graphql-transport-ws',
  );
  const heard = (type: string) =>
    new Promise<unknown>((resolve) => {
      socket.addEventListener('message', ({ data }) => {
        const message = JSON.parse(String(data)) as { type: string; payload?: unknown };
        if (message.type === type) resolve(message.payload);
      });
    });
  const send = (message: object) => socket.send(JSON.stringify(message));
  const [acknowledged, ponged, next] = [heard('connection_ack'), heard('pong'), heard('next')];
  await new Promise((resolve) => socket.addEventListener('open', resolve, { once: true }));
  send({
    type: 'connection_init',
    payload: {
      authorization: `Bearer ${office.token}`,
      [ORGANIZATION_HEADER]: office.organizationId,
    },
  });
  await acknowledged;
  const extensions = { traceparent: `00-${traceId}-${spanId}-01` };
  send({ type: 'subscribe', id: '1', payload: { query, extensions } });
  send({ type: 'ping' });
  await ponged;
  return { traceId, spanId, next, close: () => socket.close() };
}

/** A table of each room that the read must reach. */
const TABLES = ['"organizations"."companies"', '"properties"."companies"'];

/** Without repetitions, as resolvers lie in resolvers; the last one is the id that no span of ours has. */
function librariesAbove(span: Span, spans: ReadonlyMap<string, Span>): string[] {
  const above: string[] = [];
  let id = span.parentSpanId;
  for (let parent = spans.get(id); parent; parent = spans.get(id)) {
    if (above.at(-1) !== parent.library) above.push(parent.library);
    id = parent.parentSpanId;
  }
  return [...above, id];
}
