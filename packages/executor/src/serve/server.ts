import { createServer } from 'node:http';
import type { IncomingHttpHeaders, IncomingMessage, Server, ServerResponse } from 'node:http';
import { getOperationAST } from 'graphql';
import type { DocumentNode } from 'graphql';
import type { Executor } from '../executor.js';
import { InFlight } from '../fetch/in-flight.js';
import { BadRequest, readBody, readParameters } from './body.js';
import type { GraphQLParameters } from './body.js';
import type { ServeConfig } from './config.js';
import { Documents } from './documents.js';
import { acceptsParts, sendParts } from './multipart.js';

const SHORT = 4_096;

/** What a request carries to the subgraphs. */
export interface ServeContext {
  readonly headers: IncomingHttpHeaders;
}

interface Reply {
  readonly status: number;
  readonly body: string;
}

/** `POST /graphql` (and GET for queries) and `GET /health` over one executor. */
export function graphqlServer(executor: Executor<ServeContext>, config: ServeConfig): Server {
  const door = new Door(executor, config);
  return createServer((request, response) => {
    const path = (request.url ?? '/').split('?')[0];
    if (path === '/health') return send(response, { status: 200, body: '{"status":"ok"}' });
    if (path !== '/graphql') return send(response, failure(404, 'There is nothing here.'));
    void door.answer(request, response);
  });
}

class Door {
  readonly #documents: Documents;
  readonly #inFlight = new InFlight<Reply>();

  constructor(
    private readonly executor: Executor<ServeContext>,
    private readonly config: ServeConfig,
  ) {
    this.#documents = new Documents(executor.schema, {
      tokens: config.limits.tokens,
      introspection: config.introspection,
    });
  }

  async answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    try {
      const { parameters, key } = await this.#read(request);
      const reply = await this.#reply(parameters, key, request, response);
      if (reply) send(response, reply);
    } catch (error) {
      const isMistake = error instanceof BadRequest;
      if (!isMistake)
        process.stderr.write(`${error instanceof Error ? error.stack : String(error)}\n`);
      const status = isMistake ? error.status : 500;
      // Of an answer in parts the rest is missing, and no boundary says otherwise.
      if (response.headersSent) response.destroy();
      // The rest of a body that is too large is not waited for.
      else if (status === 413) response.setHeader('connection', 'close');
      send(response, failure(status, isMistake ? error.message : 'Something went wrong here.'));
    }
  }

  /** The parameters, and a text that is equal for equal ones. */
  async #read(request: IncomingMessage): Promise<{ parameters: GraphQLParameters; key: string }> {
    if (request.method === 'GET') {
      const { searchParams } = new URL(request.url ?? '/', 'http://localhost');
      const key = JSON.stringify({
        query: searchParams.get('query') ?? undefined,
        operationName: searchParams.get('operationName') ?? undefined,
        variables: parseVariables(searchParams.get('variables')),
      });
      return { parameters: readParameters(key), key };
    }
    if (request.method !== 'POST') throw new BadRequest(405, 'Send operations by POST.');
    if (!request.headers['content-type']?.startsWith('application/json')) {
      throw new BadRequest(415, 'Send operations as application/json.');
    }
    const text = await readBody(request, this.config.limits.bodyBytes);
    return { parameters: readParameters(text), key: text };
  }

  /** Undefined for an answer in parts, which is sent when they are there. */
  async #reply(
    parameters: GraphQLParameters,
    key: string,
    request: IncomingMessage,
    response: ServerResponse,
  ): Promise<Reply | undefined> {
    const document = this.#documents.read(parameters.query);
    if (!('definitions' in document)) {
      return { status: 400, body: JSON.stringify({ errors: document }) };
    }
    const operation = getOperationAST(document, parameters.operationName)?.operation;
    const isQuery = operation === 'query';
    if (request.method === 'GET' && !isQuery) {
      throw new BadRequest(405, 'Only queries are answered by GET.');
    }
    const budget = timeBudget(response, this.config.limits.timeoutMs, operation === 'mutation');
    const run = (signal: AbortSignal): Promise<Reply> =>
      this.#run(document, parameters, request, signal);
    try {
      if (this.#documents.defers(document) && acceptsParts(request.headers.accept)) {
        return await this.#deliver(document, parameters, request, response, budget.signal);
      }
      if (!this.config.deduplicateInbound || !isQuery) return await run(budget.signal);
      return await this.#inFlight.share(this.#sharingKey(request, key), budget.signal, run);
    } finally {
      budget.end();
    }
  }

  async #run(
    document: DocumentNode,
    { operationName, variables }: GraphQLParameters,
    { headers }: IncomingMessage,
    signal: AbortSignal,
  ): Promise<Reply> {
    const { body, hasData } = await this.executor.respond(
      { document, operationName, variables },
      { headers },
      signal,
    );
    return { status: hasData ? 200 : 400, body };
  }

  /** Runs an operation for one client alone: parts are not shared. */
  async #deliver(
    document: DocumentNode,
    { operationName, variables }: GraphQLParameters,
    { headers }: IncomingMessage,
    response: ServerResponse,
    signal: AbortSignal,
  ): Promise<Reply | undefined> {
    const answer = await this.executor.respondIncrementally(
      { document, operationName, variables },
      { headers },
      signal,
    );
    if ('body' in answer) return { status: answer.hasData ? 200 : 400, body: answer.body };
    await sendParts(response, answer, signal);
    return undefined;
  }

  /** Requests share an answer when they say the same with the same headers that subgraphs see. */
  #sharingKey({ headers }: IncomingMessage, text: string): string {
    const forwarded = this.config.forwardHeaders.map((name) => headers[name] ?? null);
    return forwarded.length > 0 ? JSON.stringify(forwarded) + text : text;
  }
}

/** Ends with the time budget, and for all but mutations when the client has left. */
function timeBudget(response: ServerResponse, timeoutMs: number, outlivesClient: boolean) {
  const controller = new AbortController();
  const timer = setTimeout(() => controller.abort(new Error('time budget used up')), timeoutMs);
  const leave = (): void => {
    if (!response.writableFinished) controller.abort(new Error('client has left'));
  };
  if (!outlivesClient) response.once('close', leave);
  return {
    signal: controller.signal,
    end(): void {
      clearTimeout(timer);
      response.off('close', leave);
    },
  };
}

function failure(status: number, message: string): Reply {
  return { status, body: JSON.stringify({ errors: [{ message }] }) };
}

function parseVariables(text: string | null): unknown {
  if (text === null) return undefined;
  try {
    return JSON.parse(text) as unknown;
  } catch {
    throw new BadRequest(400, '"variables" is not JSON.');
  }
}

function send(response: ServerResponse, { status, body }: Reply): void {
  if (response.headersSent || response.destroyed) return;
  // A short text is written together with its head; a long one would have to be copied for that.
  const content = body.length < SHORT ? body : Buffer.from(body, 'utf8');
  response.writeHead(status, {
    'content-type': 'application/json; charset=utf-8',
    'content-length': Buffer.byteLength(content),
  });
  response.end(content);
}
