import type { CompiledOperation } from '../compile/compile-operation.js';
import type { IncrementalResponse, IncrementalResult, SubsequentResult } from '../executor.js';
import { IncrementalAnswer } from './incremental-answer.js';
import type { JsonObject } from './json.js';
import { ErrorsByPart } from './part-errors.js';
import { runInParts } from './plan-run.js';
import type { PartsUnderWay, RunParts } from './plan-run.js';

/**
 * Runs an operation that defers, and answers as soon as there is what comes first. Everything is begun as
 * soon as it can be; what nobody waits for any more is given up. `complete` adds to the tree what no
 * subgraph says.
 */
export async function executeInParts<Context>(
  operation: CompiledOperation,
  parts: RunParts<Context>,
  complete: (data: JsonObject, parts: RunParts<Context>) => void,
): Promise<IncrementalResult> {
  const closing = new AbortController();
  const signal = parts.signal ? AbortSignal.any([parts.signal, closing.signal]) : closing.signal;
  const errors = new ErrorsByPart(operation.shape);
  const own = { ...parts, signal, errors: errors.of(undefined) };
  const underWay = runInParts(operation.plans[0] ?? [], own, (part) => errors.of(part));
  await underWay.done(undefined);
  complete(underWay.data, own);
  const answer = new IncrementalAnswer(operation, underWay.data, parts.conditions, errors);
  const initial = answer.initial();
  if (answer.pending.length === 0) closing.abort();
  return { initial, subsequent: subsequent(answer, underWay, closing) };
}

/** The same as JSON. */
export function responseOf({ initial, subsequent: rest }: IncrementalResult): IncrementalResponse {
  return { initial: JSON.stringify(initial), subsequent: texts(rest) };
}

async function* texts(parts: AsyncIterable<SubsequentResult>): AsyncGenerator<string> {
  for await (const part of parts) yield JSON.stringify(part);
}

/** One payload for all fragments that are there at the same time. */
async function* subsequent(
  answer: IncrementalAnswer,
  underWay: PartsUnderWay,
  closing: AbortController,
): AsyncGenerator<SubsequentResult> {
  const waiting = new Map<string, Promise<unknown>>();
  const ready = new Set<string>();
  try {
    while (answer.pending.length > 0) {
      for (const id of answer.pending) {
        if (waiting.has(id)) continue;
        waiting.set(
          id,
          underWay.done(id).then(() => ready.add(id)),
        );
      }
      await Promise.race(answer.pending.flatMap((id) => waiting.get(id) ?? []));
      yield answer.subsequent(answer.pending.filter((id) => ready.has(id)));
    }
  } finally {
    closing.abort();
  }
}
