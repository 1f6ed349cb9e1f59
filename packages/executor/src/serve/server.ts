import type {
  IncomingHttpHeaders,
  IncomingMessage,
  RequestListener,
  ServerResponse,
} from 'node:http';
import { getOperationAST } from 'graphql';
import type { DocumentNode } from 'graphql';
import type { Executor } from '../executor.js';
import { InFlight } from '../fetch/in-flight.js';
import { QuickAbortController } from '../fetch/when-aborted.js';
import { BadRequest, readBody, readParameters } from './body.js';
import type { GraphQLParameters } from './body.js';
import type { ServeConfig } from './config.js';
import { Documents } from './documents.js';
import { acceptsParts, sendParts } from './multipart.js';
import { PassedHeaders } from './passed-headers.js';
import { Turns } from './turns.js';

const SHORT = 4_096;

/** What a request carries to the subgraphs. */
export interface ServeContext {
  readonly headers: IncomingHttpHeaders;
  /** What subgraphs say to the client in headers, where they may. */
  readonly passed?: PassedHeaders | undefined;
}

interface Reply {
  readonly status: number;
  /** Bytes where it is long: who shares an answer shares them too. */
  readonly body: string | Buffer;
  readonly passed?: PassedHeaders | undefined;
}

export interface GraphQLDoor {
  readonly answer: RequestListener;
  /** From now on `/health` says 503. */
  stopping(): void;
  /** Ends every operation that is under way. */
  cut(): void;
}

/** `POST /graphql` (and GET for queries) and `GET /health` over one executor. */
export function graphqlDoor(executor: Executor<ServeContext>, config: ServeConfig): GraphQLDoor {
  const door = new Door(executor, config);
  let health: Reply = { status: 200, body: '{"status":"ok"}' };
  return {
    answer(request, response) {
      const path = (request.url ?? '/').split('?')[0];
      if (path === '/health') return send(response, health);
      if (path !== '/graphql') return send(response, failure(404, 'There is nothing here.'));
      void door.answer(request, response);
    },
    stopping: () => void (health = { status: 503, body: '{"status":"stopping"}' }),
    cut: () => door.cut(),
  };
}

class Door {
  readonly #documents: Documents;
  readonly #inFlight = new InFlight<Reply>();
  readonly #running = new Set<AbortController>();
  readonly #turns = new Turns();

  constructor(
    private readonly executor: Executor<ServeContext>,
    private readonly config: ServeConfig,
  ) {
    this.#documents = new Documents(executor.schema, {
      tokens: config.limits.tokens,
      introspection: config.introspection,
    });
  }

  cut(): void {
    for (const controller of this.#running) controller.abort(new Error('the gateway stops'));
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
    const isMutation = operation === 'mutation';
    const budget = timeBudget(response, this.config.limits.timeoutMs, isMutation, this.#running);
    const run = async (signal: AbortSignal): Promise<Reply> => {
      await this.#turn(key);
      return this.#run(document, parameters, request, signal);
    };
    try {
      if (this.#documents.defers(document) && acceptsParts(request.headers.accept)) {
        await this.#turn(key);
        return await this.#deliver(document, parameters, request, response, budget.signal);
      }
      if (!this.config.deduplicateInbound || !isQuery) return await run(budget.signal);
      return await this.#inFlight.share(this.#sharingKey(request, key), budget.signal, run);
    } finally {
      budget.end();
    }
  }

  /** An operation that is alone under way waits for nobody. */
  #turn(key: string): Promise<void> | undefined {
    return this.#running.size > 1 ? this.#turns.next(key) : undefined;
  }

  async #run(
    document: DocumentNode,
    { operationName, variables }: GraphQLParameters,
    { headers }: IncomingMessage,
    signal: AbortSignal,
  ): Promise<Reply> {
    const passed = this.#passed();
    const { body, hasData } = await this.executor.respond(
      { document, operationName, variables },
      { headers, passed },
      signal,
    );
    return answerOf(hasData, body, passed);
  }

  /** Runs an operation for one client alone: parts are not shared. */
  async #deliver(
    document: DocumentNode,
    { operationName, variables }: GraphQLParameters,
    { headers }: IncomingMessage,
    response: ServerResponse,
    signal: AbortSignal,
  ): Promise<Reply | undefined> {
    const passed = this.#passed();
    const answer = await this.executor.respondIncrementally(
      { document, operationName, variables },
      { headers, passed },
      signal,
    );
    if ('body' in answer) return answerOf(answer.hasData, answer.body, passed);
    // What is said with later parts comes too late for a header.
    if (!response.headersSent) passed?.tell(response);
    await sendParts(response, answer, signal);
    return undefined;
  }

  #passed(): PassedHeaders | undefined {
    const { responseHeaders } = this.config;
    return responseHeaders.length > 0 ? new PassedHeaders(responseHeaders) : undefined;
  }

  /** Requests share an answer when they say the same with the same headers that subgraphs see. */
  #sharingKey({ headers }: IncomingMessage, text: string): string {
    const forwarded = this.config.forwardHeaders.map((name) => headers[name] ?? null);
    return forwarded.length > 0 ? JSON.stringify(forwarded) + text : text;
  }
}

/** Ends with the time budget, and for all but mutations when the client has left. */
function timeBudget(
  response: ServerResponse,
  timeoutMs: number,
  outlivesClient: boolean,
  running: Set<AbortController>,
) {
  const controller = new QuickAbortController();
  running.add(controller);
  const timer = setTimeout(() => controller.abort(new Error('time budget used up')), timeoutMs);
  const leave = (): void => {
    if (!response.writableFinished) controller.abort(new Error('client has left'));
  };
  if (!outlivesClient) response.once('close', leave);
  return {
    signal: controller.signal,
    end(): void {
      running.delete(controller);
      clearTimeout(timer);
      response.off('close', leave);
    },
  };
}

// A short text is written together with its head; a long one would have to be copied for that.
function answerOf(hasData: boolean, text: string, passed: PassedHeaders | undefined): Reply {
  const body = text.length < SHORT ? text : Buffer.from(text, 'utf8');
  return { status: hasData ? 200 : 400, body, passed };
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

function send(response: ServerResponse, { status, body, passed }: Reply): void {
  if (response.headersSent || response.destroyed) return;
  passed?.tell(response);
  response.writeHead(status, {
    'content-type': 'application/json; charset=utf-8',
    'content-length': Buffer.byteLength(body),
  });
  response.end(body);
}
