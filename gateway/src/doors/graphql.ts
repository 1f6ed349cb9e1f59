import type { ApolloServer } from '@apollo/server';
import type { Logger } from '@propertea/chassis/runtime';
import { Fault } from '@propertea/kernel';
import type { Identity } from '@propertea/kernel';
import type { Request, RequestHandler, Response } from 'express';
import type { FormattedExecutionResult, GraphQLFormattedError } from 'graphql';
import { AnswerFreshness } from '../cache/answer-freshness.js';
import type { Meter, Metered } from '../demand/meter.js';
import type { OperationCosts } from '../demand/operation-costs.js';
import type { RequestContext } from '../executor/executor.js';
import { answerTypeOf, DocumentFault, statusOfInvalid } from '../guards/answer-type.js';
import type { DoorMetrics, DoorRequest } from '../metrics/door-metrics.js';
import { readGraphQLBody } from '../guards/body.js';
import type { BodyLimits, DocumentsByHash, GraphQLBody } from '../guards/body.js';
import { operationOf } from '../guards/document-limits.js';
import type { AdmittedDocument } from '../guards/document-limits.js';
import { faultToError, publicError, statusOf } from '../guards/public-errors.js';
import { refuseWrites } from '../guards/read-only.js';
import { requestIdOf, traceparentOf } from '../guards/request-id.js';
import type { Answer, Idempotency } from '../idempotency/idempotency.js';
import type { Caller } from '../identity/caller.js';
import type { RoomHeaders } from '../traffic/room-headers.js';
import { inspectionOf } from '../inspection/inspection.js';
import type { CountUsage } from '../usage/usage-of.js';

const MOST_MISTAKES = 20;
const ANSWERS = new Set<unknown>(['UNAUTHENTICATED', 'FORBIDDEN']);

export interface GraphQLDoorParts {
  /** The graph behind the door, for each request anew. Throws `Fault` where there is none. */
  graph(): Graph | Promise<Graph>;
  /** Who sends the request, by the credentials that the door takes. Throws `Fault`. */
  callerOf(request: Request): Promise<Caller>;
  admit(source: string): AdmittedDocument;
  /** Where the door takes hashes of documents. Throws `Fault`. */
  documents?: DocumentsByHash;
  /** Told of a valid operation that came with its hash. */
  keep?(body: GraphQLBody, caller: Caller, request: Request): void;
  /** Throws `Fault` for who may not ask this: for the schema, or for what no portal asks. */
  permit(admitted: AdmittedDocument, caller: Caller): void;
  /** Charges the caller before any room is asked, where the door does so. Throws `Fault`. */
  meter?(metered: Metered): Promise<Meter>;
  /** Where subscriptions are. */
  subscribeElsewhere: string;
  /** To be awaited before the answer of a mutation, with the rooms it was sent to. */
  changed(rooms: ReadonlySet<string>, identity: Identity): Promise<void>;
  /** Carries out mutations with a key once. */
  idempotency: Idempotency;
  /** What rooms may say in headers, for each operation anew. */
  roomHeaders(): RoomHeaders | undefined;
  /** Told of each valid operation. */
  used: CountUsage;
  /** Whether everybody is told of their own requests who asks, or operators only. */
  openDebug: boolean;
  /** Counts what is answered. */
  counts: DoorMetrics;
  logger: Logger;
  limits: BodyLimits & { timeoutMs: number };
}

export interface Graph {
  /** What its operations cost; undefined while that is not known. */
  costs(): OperationCosts | undefined;
  server: ApolloServer<RequestContext>;
  /** An error as the door lets it pass. */
  told(error: GraphQLFormattedError): GraphQLFormattedError;
}

/** One operation in by POST, one JSON answer out. */
export function graphqlDoor(parts: GraphQLDoorParts): RequestHandler {
  return async (request, response) => {
    const requestId = requestIdOf(request);
    const logger = parts.logger.child({ requestId });
    const counting = parts.counts.begin();
    const answered = (status: number, result: FormattedExecutionResult, cacheControl?: string) => {
      counting.answered(result);
      send(request, response, status, result, cacheControl);
    };
    try {
      if (request.method !== 'POST') {
        response.setHeader('allow', 'POST');
        return answered(405, refused('Send operations by POST.'));
      }
      const body = await readGraphQLBody(request, parts.limits, parts.documents);
      const admitted = parts.admit(body.query);
      const caller = await parts.callerOf(request);
      parts.permit(admitted, caller);
      const operation = operationOf(admitted.document, body.operationName);
      if (operation === 'subscription') throw new Fault('BAD_USER_INPUT', parts.subscribeElsewhere);
      if (operation === 'mutation') {
        refuseWrites(caller.identity, admitted.document, body.operationName);
      }
      const { query: _query, ...asked } = body;
      const meter = await parts.meter?.({
        ...asked,
        request,
        response,
        caller,
        document: admitted.document,
      });
      const isMutation = operation === 'mutation';
      const mutated = new Set<string>();
      const work = { body, admitted, caller, logger, meter, isMutation, mutated, counting };
      const carryOut = () => run(parts, request, response, work);
      const reached = () => mutated.size > 0;
      const { status, result, cacheControl }: DoorAnswer = isMutation
        ? await parts.idempotency.once({ request, response, caller, body, reached }, carryOut)
        : await carryOut();
      answered(status, result, cacheControl);
    } catch (error) {
      if (!(error instanceof Fault) || error.code === 'UPSTREAM_UNAVAILABLE') {
        logger.error({ err: error }, 'request failed');
      }
      const refusal = statusOf(error);
      const status = error instanceof DocumentFault ? statusOfInvalid(request, refusal) : refusal;
      if (status === 401) response.setHeader('www-authenticate', 'Bearer error="invalid_token"');
      // The rest of a body that is not wanted is not waited for.
      if (!request.complete) response.setHeader('connection', 'close');
      answered(status, { errors: [faultToError(error, requestId)] });
    }
  };
}

interface DoorAnswer extends Answer {
  /** `no-store` where it is not said. */
  cacheControl?: string;
}

interface Work {
  body: GraphQLBody;
  admitted: AdmittedDocument;
  caller: Caller;
  logger: Logger;
  meter: Meter | undefined;
  isMutation: boolean;
  counting: DoorRequest;
  /** Rooms that it was sent to, if it is one. */
  mutated: Set<string>;
}

async function run(
  parts: GraphQLDoorParts,
  request: Request,
  response: Response,
  { body, admitted, caller, logger, meter, isMutation, mutated, counting }: Work,
): Promise<DoorAnswer> {
  const requestId = requestIdOf(request);
  const budget = timeBudget(response, parts.limits.timeoutMs, isMutation);
  const roomHeaders = parts.roomHeaders();
  const inspection = inspectionOf(request, caller, parts.openDebug);
  const freshness = new AnswerFreshness();
  try {
    const graph = await parts.graph();
    const answer = await graph.server.executeOperation(
      { query: body.query, variables: body.variables, operationName: body.operationName },
      {
        contextValue: {
          identity: caller.identity,
          requestId,
          traceparent: traceparentOf(request),
          signal: budget.signal,
          logger,
          mutated,
          roomHeaders,
          record: inspection?.record,
          freshness,
          admitted(schema) {
            const { operationName } = body;
            const { headers } = request;
            inspection?.record.passed('parse and validate');
            if (body.hash !== undefined) parts.keep?.(body, caller, request);
            counting.valid({ admitted, caller, headers });
            parts.used({ admitted, operationName, caller, headers, schema });
          },
        },
      },
    );
    roomHeaders?.tell(response);
    if (answer.body.kind !== 'single') throw new Error('Incremental delivery is not offered');
    const { data, errors } = answer.body.singleResult;
    // Without data they are mistakes of the operation, of which the first ones say enough.
    const some = data === undefined ? errors?.slice(0, MOST_MISTAKES) : errors;
    const told = some?.map((error) => graph.told(publicError(error, requestId))) ?? [];
    if (told.some(({ extensions }) => extensions?.code === 'INTERNAL')) {
      logger.error({ errors }, 'operation failed');
    }
    // What the caller may not read is an answer; HTTP itself had no trouble.
    const isAnswer = told.some(({ extensions }) => ANSWERS.has(extensions?.code));
    const result: FormattedExecutionResult = {
      ...(told.length > 0 && { errors: told }),
      ...(data !== undefined && { data }),
    };
    // Of what was cut off nobody knows what it cost, so it stays charged as estimated.
    const metered = meter && !budget.signal.aborted ? meter.answered(result) : result;
    const asked = { ...body, document: admitted.document };
    return {
      status: isAnswer ? 200 : statusOfInvalid(request, answer.http.status ?? 200),
      result: inspection?.answered(metered, asked, () => graph.costs()) ?? metered,
      cacheControl: isMutation || told.length > 0 ? 'no-store' : freshness.header,
    };
  } finally {
    budget.end();
    // Also after a failure: a mutation whose answer was lost may have been carried out.
    if (mutated.size > 0) {
      // What was carried out stays carried out: other gateways then learn of it when their caches expire.
      await parts
        .changed(mutated, caller.identity)
        .catch((error: unknown) => logger.error({ err: error }, 'a change was not announced'));
    }
  }
}

/** Ends with the time budget, and for queries when the client leaves; a mutation is not cut off by that. */
function timeBudget(response: Response, timeoutMs: number, outlivesClient: boolean) {
  const controller = new AbortController();
  const abort = (why: string) => controller.abort(new Error(why));
  const timer = setTimeout(() => abort('time budget used up'), timeoutMs);
  const leave = () => {
    if (!response.writableFinished) abort('client has left');
  };
  if (!outlivesClient) response.once('close', leave);
  return {
    signal: controller.signal,
    end() {
      clearTimeout(timer);
      response.off('close', leave);
    },
  };
}

function refused(message: string): FormattedExecutionResult {
  return { errors: [{ message, extensions: { code: 'BAD_USER_INPUT' } }] };
}

function send(
  request: Request,
  response: Response,
  status: number,
  result: FormattedExecutionResult,
  cacheControl = 'no-store',
): void {
  if (response.headersSent || response.destroyed) return;
  response
    .status(status)
    .vary('accept')
    .setHeader('cache-control', cacheControl)
    .setHeader('content-type', `${answerTypeOf(request)}; charset=utf-8`)
    .end(JSON.stringify(result));
}
