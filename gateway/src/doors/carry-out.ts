import type { ApolloServer } from '@apollo/server';
import type { Logger } from '@propertea/chassis/runtime';
import type { PassedHeaders } from '@propertea/executor';
import type { Identity } from '@propertea/kernel';
import type { Request, Response } from 'express';
import type { FormattedExecutionResult, GraphQLFormattedError } from 'graphql';
import { AnswerFreshness } from '../cache/answer-freshness.js';
import type { Meter } from '../demand/meter.js';
import type { OperationCosts } from '../demand/operation-costs.js';
import type { RequestContext } from '../executor/executor.js';
import { statusOfInvalid } from '../guards/answer-type.js';
import type { GraphQLBody } from '../guards/body.js';
import type { AdmittedDocument } from '../guards/document-limits.js';
import { publicError } from '../guards/public-errors.js';
import { requestIdOf, traceparentOf } from '../guards/request-id.js';
import type { Answer } from '../idempotency/idempotency.js';
import type { Caller } from '../identity/caller.js';
import { inspectionOf } from '../inspection/inspection.js';
import type { DoorRequest } from '../metrics/door-metrics.js';
import type { CountUsage } from '../usage/usage-of.js';
import { answerInParts } from './answer-in-parts.js';
import type { InParts } from './answer-in-parts.js';
import { timeBudget } from './time-budget.js';

const MOST_MISTAKES = 20;
const ANSWERS = new Set<unknown>(['UNAUTHENTICATED', 'FORBIDDEN']);

/** What a door has its operations carried out with. */
export interface OperationParts {
  /** The graph behind the door, for each request anew. Throws `Fault` where there is none. */
  graph(): Graph | Promise<Graph>;
  /** Told of a valid operation that came with its hash. */
  keep?(body: GraphQLBody, caller: Caller, request: Request): void;
  /** To be awaited before the answer of a mutation, with the rooms it was sent to. */
  changed(rooms: ReadonlySet<string>, identity: Identity): Promise<void>;
  /** What rooms may say in headers, for each operation anew. */
  roomHeaders(): PassedHeaders | undefined;
  /** Told of each valid operation. */
  used: CountUsage;
  /** Whether everybody is told of their own requests who asks, or operators only. */
  openDebug: boolean;
  limits: { timeoutMs: number };
}

export interface Graph {
  /** What its operations cost; undefined while that is not known. */
  costs(): OperationCosts | undefined;
  server: ApolloServer<RequestContext>;
  /** An error as the door lets it pass. */
  told(error: GraphQLFormattedError): GraphQLFormattedError;
}

export interface DoorAnswer extends Answer {
  /** `no-store` where it is not said. */
  cacheControl?: string;
  /** In place of `result` for who takes it in parts, which are counted as they end. */
  parts?: InParts;
}

/** An operation that was let in. */
export interface Work {
  body: GraphQLBody;
  admitted: AdmittedDocument;
  caller: Caller;
  logger: Logger;
  meter: Meter | undefined;
  isMutation: boolean;
  counting: DoorRequest;
  /** Whether what it defers may come later. */
  takesParts: boolean;
  /** Rooms that it was sent to, if it is one. */
  mutated: Set<string>;
}

/** Has the graph answer an operation, and tells what came of it as the door lets it pass. */
export async function carryOut(
  parts: OperationParts,
  request: Request,
  response: Response,
  { body, admitted, caller, logger, meter, isMutation, mutated, counting, takesParts }: Work,
): Promise<DoorAnswer> {
  const requestId = requestIdOf(request);
  const budget = timeBudget(response, parts.limits.timeoutMs, isMutation);
  const roomHeaders = parts.roomHeaders();
  const inspection = inspectionOf(request, caller, parts.openDebug);
  const freshness = new AnswerFreshness();
  let isOpen = false;
  try {
    const graph = await parts.graph();
    const answer = await graph.server.executeOperation(
      {
        query: body.query,
        variables: body.variables,
        operationName: body.operationName,
      },
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
          takesParts,
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
    const tell = (errors: readonly GraphQLFormattedError[]) => {
      const told = errors.map((error) => graph.told(publicError(error, requestId)));
      if (told.some(({ extensions }) => extensions?.code === 'INTERNAL')) {
        logger.error({ errors }, 'operation failed');
      }
      return told;
    };
    /** With what it cost and what its caller wants to know of it. */
    const completed = (result: FormattedExecutionResult) => {
      // Of what was cut off nobody knows what it cost, so it stays charged as estimated.
      const metered = meter && !budget.signal.aborted ? meter.answered(result) : result;
      const asked = { ...body, document: admitted.document };
      return inspection?.answered(metered, asked, () => graph.costs()) ?? metered;
    };
    if (answer.body.kind === 'incremental') {
      // A mutation has changed what it changes; what comes now is only read.
      budget.endWithClient();
      const delivered = answerInParts(answer.body, {
        told: tell,
        ended: (whole) => completed(whole).extensions,
        closed(whole) {
          budget.end();
          counting.answered(whole);
        },
      });
      isOpen = true;
      return {
        status: 200,
        result: {},
        parts: { ...delivered, signal: budget.signal },
      };
    }
    const { data, errors = [] } = answer.body.singleResult;
    // Without data they are mistakes of the operation, of which the first ones say enough.
    const told = tell(data === undefined ? errors.slice(0, MOST_MISTAKES) : errors);
    // What the caller may not read is an answer; HTTP itself had no trouble.
    const isAnswer = told.some(({ extensions }) => ANSWERS.has(extensions?.code));
    const result: FormattedExecutionResult = {
      ...(told.length > 0 && { errors: told }),
      ...(data !== undefined && { data }),
    };
    return {
      status: isAnswer ? 200 : statusOfInvalid(request, answer.http.status ?? 200),
      result: completed(result),
      cacheControl: isMutation || told.length > 0 ? 'no-store' : freshness.header,
    };
  } finally {
    if (!isOpen) budget.end();
    // Also after a failure: a mutation whose answer was lost may have been carried out.
    if (mutated.size > 0) {
      // What was carried out stays carried out: other gateways then learn of it when their caches expire.
      await parts
        .changed(mutated, caller.identity)
        .catch((error: unknown) => logger.error({ err: error }, 'a change was not announced'));
    }
  }
}
