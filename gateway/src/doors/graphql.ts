import type { ApolloServer } from '@apollo/server';
import type { Logger } from '@propertea/chassis/runtime';
import { Fault } from '@propertea/kernel';
import type { Identity } from '@propertea/kernel';
import type { Request, RequestHandler, Response } from 'express';
import type { FormattedExecutionResult, GraphQLFormattedError } from 'graphql';
import { AnswerFreshness } from '../cache/answer-freshness.js';
import type { Meter, Metered } from '../demand/meter.js';
import type { RequestContext } from '../executor/executor.js';
import { readGraphQLBody } from '../guards/body.js';
import type { GraphQLBody } from '../guards/body.js';
import { operationOf } from '../guards/document-limits.js';
import type { AdmittedDocument } from '../guards/document-limits.js';
import { faultToError, publicError, statusOf } from '../guards/public-errors.js';
import { refuseWrites } from '../guards/read-only.js';
import { requestIdOf, traceparentOf } from '../guards/request-id.js';
import type { Caller } from '../identity/caller.js';
import type { CountUsage } from '../usage/usage-of.js';

const ANSWERS = new Set<unknown>(['UNAUTHENTICATED', 'FORBIDDEN']);

export interface GraphQLDoorParts {
  /** The graph behind the door, for each request anew. Throws `Fault` where there is none. */
  graph(): Graph | Promise<Graph>;
  /** Who sends the request, by the credentials that the door takes. Throws `Fault`. */
  callerOf(request: Request): Promise<Caller>;
  admit(source: string): AdmittedDocument;
  /** The text of a document by its hash, where the door takes hashes. Throws `Fault`. */
  textOf?: (id: string) => string;
  /** Throws `Fault` for who may not ask this: for the schema, or for what no portal asks. */
  permit(admitted: AdmittedDocument, caller: Caller): void;
  /** Charges the caller before any room is asked, where the door does so. Throws `Fault`. */
  meter?(metered: Metered): Promise<Meter>;
  /** Where subscriptions are. */
  subscribeElsewhere: string;
  /** To be awaited before the answer of a mutation, with the rooms it was sent to. */
  changed(rooms: ReadonlySet<string>, identity: Identity): Promise<void>;
  /** Told of each valid operation. */
  used: CountUsage;
  logger: Logger;
  maxBodyBytes: number;
  timeoutMs: number;
}

export interface Graph {
  server: ApolloServer<RequestContext>;
  /** An error as the door lets it pass. */
  told(error: GraphQLFormattedError): GraphQLFormattedError;
}

/** One operation in by POST, one JSON answer out. */
export function graphqlDoor(parts: GraphQLDoorParts): RequestHandler {
  return async (request, response) => {
    const requestId = requestIdOf(request);
    const logger = parts.logger.child({ requestId });
    try {
      if (request.method !== 'POST') {
        response.setHeader('allow', 'POST');
        return send(request, response, 405, refused('Send operations by POST.'));
      }
      const body = await readGraphQLBody(request, parts.maxBodyBytes, parts.textOf);
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
      const work = { body, admitted, caller, logger, meter, isMutation: operation === 'mutation' };
      const { status, result, cacheControl } = await run(parts, request, response, work);
      send(request, response, status, result, cacheControl);
    } catch (error) {
      if (!(error instanceof Fault) || error.code === 'UPSTREAM_UNAVAILABLE') {
        logger.error({ err: error }, 'request failed');
      }
      const status = statusOf(error);
      if (status === 401) response.setHeader('www-authenticate', 'Bearer error="invalid_token"');
      // The rest of a body that is too large is not waited for.
      if (status === 413) response.setHeader('connection', 'close');
      send(request, response, status, { errors: [faultToError(error, requestId)] });
    }
  };
}

interface Work {
  body: GraphQLBody;
  admitted: AdmittedDocument;
  caller: Caller;
  logger: Logger;
  meter: Meter | undefined;
  isMutation: boolean;
}

async function run(
  parts: GraphQLDoorParts,
  request: Request,
  response: Response,
  { body, admitted, caller, logger, meter, isMutation }: Work,
): Promise<{ status: number; result: FormattedExecutionResult; cacheControl: string }> {
  const requestId = requestIdOf(request);
  const budget = timeBudget(response, parts.timeoutMs, isMutation);
  const mutated = new Set<string>();
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
          freshness,
          admitted(schema) {
            const { operationName } = body;
            parts.used({ admitted, operationName, caller, headers: request.headers, schema });
          },
        },
      },
    );
    if (answer.body.kind !== 'single') throw new Error('Incremental delivery is not offered');
    const { data, errors } = answer.body.singleResult;
    const told = errors?.map((error) => graph.told(publicError(error, requestId))) ?? [];
    if (told.some(({ extensions }) => extensions?.code === 'INTERNAL')) {
      logger.error({ errors }, 'operation failed');
    }
    // What the caller may not read is an answer; HTTP itself had no trouble.
    const isAnswer = told.some(({ extensions }) => ANSWERS.has(extensions?.code));
    const result: FormattedExecutionResult = {
      ...(told.length > 0 && { errors: told }),
      ...(data !== undefined && { data }),
    };
    return {
      status: isAnswer ? 200 : (answer.http.status ?? 200),
      // Of what was cut off nobody knows what it cost, so it stays charged as estimated.
      result: meter && !budget.signal.aborted ? meter.answered(result) : result,
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
  const type = request.headers.accept?.includes('application/graphql-response+json')
    ? 'application/graphql-response+json'
    : 'application/json';
  response
    .status(status)
    .setHeader('cache-control', cacheControl)
    .setHeader('content-type', `${type}; charset=utf-8`)
    .end(JSON.stringify(result));
}
