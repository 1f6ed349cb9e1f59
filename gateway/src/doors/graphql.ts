import type { Logger } from '@propertea/chassis/runtime';
import { acceptsParts } from '@propertea/executor';
import { Fault } from '@propertea/kernel';
import type { Request, RequestHandler, Response } from 'express';
import type { FormattedExecutionResult } from 'graphql';
import type { Meter, Metered } from '../demand/meter.js';
import { answerTypeOf, DocumentFault, statusOfInvalid } from '../guards/answer-type.js';
import type { DoorMetrics } from '../metrics/door-metrics.js';
import { readGraphQLBody } from '../guards/body.js';
import type { BodyLimits, DocumentsByHash } from '../guards/body.js';
import { operationOf } from '../guards/document-limits.js';
import type { AdmittedDocument } from '../guards/document-limits.js';
import { faultToError, statusOf } from '../guards/public-errors.js';
import { refuseWrites } from '../guards/read-only.js';
import { requestIdOf } from '../guards/request-id.js';
import type { Idempotency } from '../idempotency/idempotency.js';
import { idempotencyKeyOf } from '../idempotency/idempotency-key.js';
import type { Caller } from '../identity/caller.js';
import { sendInParts } from './answer-in-parts.js';
import { carryOut } from './carry-out.js';
import type { DoorAnswer, OperationParts } from './carry-out.js';

export interface GraphQLDoorParts extends OperationParts {
  /** Who sends the request, by the credentials that the door takes. Throws `Fault`. */
  callerOf(request: Request): Promise<Caller>;
  admit(source: string): AdmittedDocument;
  /** Where the door takes hashes of documents. Throws `Fault`. */
  documents?: DocumentsByHash;
  /** Throws `Fault` for who may not ask this: for the schema, or for what no portal asks. */
  permit(admitted: AdmittedDocument, caller: Caller): void;
  /** Charges the caller before any room is asked, where the door does so. Throws `Fault`. */
  meter?(metered: Metered): Promise<Meter>;
  /** Where subscriptions are. */
  subscribeElsewhere: string;
  /** Carries out mutations with a key once. */
  idempotency: Idempotency;
  /** Counts what is answered. */
  counts: DoorMetrics;
  logger: Logger;
  limits: BodyLimits & OperationParts['limits'];
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
      // Under a key an answer is kept, which is one that is there at once.
      const isKept = isMutation && idempotencyKeyOf(request) !== undefined;
      const takesParts = !isKept && acceptsParts(request.headers.accept);
      const known = { body, admitted, caller, logger, meter, counting };
      const work = { ...known, isMutation, mutated, takesParts };
      const once = () => carryOut(parts, request, response, work);
      const reached = () => mutated.size > 0;
      const {
        status,
        result,
        cacheControl,
        parts: inParts,
      }: DoorAnswer = isMutation
        ? await parts.idempotency.once({ request, response, caller, body, reached }, once)
        : await once();
      if (inParts) await sendInParts(response, inParts, logger);
      else answered(status, result, cacheControl);
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
