import type { GraphQLResponse } from '@apollo/server';
import { sendParts } from '@propertea/executor';
import type { IncrementalResponse } from '@propertea/executor';
import type { Logger } from '@propertea/chassis/runtime';
import type { Response } from 'express';
import type { FormattedExecutionResult, GraphQLFormattedError } from 'graphql';
import { mergeAt } from './merge-at.js';

type Errors = readonly GraphQLFormattedError[];
type Incremental = Extract<GraphQLResponse['body'], { kind: 'incremental' }>;

export interface InParts extends IncrementalResponse {
  /** Of the operation: when it aborts, what is not there yet is an error. */
  readonly signal: AbortSignal;
}

/**
 * The parts of an answer as text, their errors as the door lets them pass. `ended` is told of the whole answer with
 * the last of them, and what it returns are that one's `extensions`; `closed`, in any case, of what there was.
 */
export function answerInParts(
  { initialResult, subsequentResults }: Incremental,
  parts: {
    told(errors: Errors): Errors;
    ended(whole: FormattedExecutionResult): FormattedExecutionResult['extensions'];
    closed(whole: FormattedExecutionResult): void;
  },
): IncrementalResponse {
  const { data = null } = initialResult;
  const errors = [...parts.told(initialResult.errors ?? [])];
  const whole = (): FormattedExecutionResult => ({
    ...(errors.length > 0 && { errors }),
    data,
  });
  const initial = JSON.stringify({
    ...whole(),
    hasNext: initialResult.hasNext,
  });

  async function* subsequent(): AsyncGenerator<string> {
    try {
      for await (const { incremental = [], hasNext } of subsequentResults) {
        const increments = incremental.map((increment) => {
          const told = parts.told(increment.errors ?? []);
          errors.push(...told);
          return { ...increment, errors: told.length > 0 ? told : undefined };
        });
        // What was already said is text by now, and may be added to.
        const text = increments.map((increment) => JSON.stringify(increment));
        for (const increment of increments) {
          if ('path' in increment && 'data' in increment) {
            mergeAt(data, increment.path ?? [], increment.data);
          }
        }
        const extensions = hasNext ? undefined : parts.ended(whole());
        const end = JSON.stringify({ hasNext, extensions }).slice(1);
        yield `{"incremental":[${text.join(',')}],${end}`;
      }
    } finally {
      parts.closed(whole());
    }
  }
  return { initial, subsequent: subsequent() };
}

/** Sends them. Of one that cannot be made the client hears that the rest is missing: no boundary says otherwise. */
export async function sendInParts(
  response: Response,
  parts: InParts,
  logger: Logger,
): Promise<void> {
  try {
    response.vary('accept').setHeader('cache-control', 'no-store');
    await sendParts(response, parts, parts.signal);
  } catch (error) {
    logger.error({ err: error }, 'the rest of an answer in parts is missing');
    response.destroy();
  }
}
