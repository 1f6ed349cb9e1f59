import { GraphQLError } from 'graphql';
import type { ExecutionResult, GraphQLFormattedError } from 'graphql';
import type { CompiledOperation } from '../compile/compile-operation.js';
import { refusalsUnder } from '../policy/refusals.js';
import { carefulShape } from '../shape/careful-shaper.js';
import { isAsked } from '../shape/shape.js';
import type { JsonObject } from './json.js';
import type { ErrorList } from './plan-error.js';
import type { RunParts } from './plan-run.js';

type AnswerParts = Pick<RunParts<never>, 'conditions'> & {
  readonly errors: Pick<ErrorList, 'list' | 'more'>;
};

/** The answer to an operation of what the subgraphs said. */
export function answerOf(
  operation: CompiledOperation,
  data: JsonObject,
  { conditions: variables, errors }: AnswerParts,
): ExecutionResult {
  const refused = refusalsUnder(operation.refusals, variables);
  if (errors.list.length === 0) {
    const quick = operation.quickShape(data, variables);
    if (quick) return refused.length > 0 ? { errors: refused, data: quick } : { data: quick };
  }
  const shaped = carefulShape(operation.shape, data, variables, errors);
  const told = [...refused, ...shaped.errors.map(toError)];
  return told.length > 0 ? { errors: told, data: shaped.data } : { data: shaped.data };
}

/** The answer as JSON. */
export function textOf(
  operation: CompiledOperation,
  data: JsonObject,
  parts: AnswerParts & Pick<RunParts<never>, 'shared' | 'texts'>,
): string {
  if (parts.errors.list.length === 0 && operation.refusals.length === 0) {
    const text = operation.textShape(data, parts);
    if (text !== undefined) return `{"data":${text}}`;
  }
  return JSON.stringify(answerOf(operation, data, parts));
}

/** Says of each root field for which there is no plan that it has none. */
export function tellUnanswerable(
  { shape }: CompiledOperation,
  variables: Readonly<Record<string, unknown>>,
  errors: ErrorList,
): void {
  for (const field of shape.fields) {
    if (!isAsked(field, variables) || field.name.startsWith('__')) continue;
    if (field.value.kind === 'refused') continue;
    errors.add({
      message: `No subgraph can answer ${shape.typeName}.${field.name}.`,
      path: [field.source],
      extensions: { code: 'UNANSWERABLE' },
    });
  }
}

/** An error as clients are told it. */
export function toError({ message, path, extensions }: GraphQLFormattedError): GraphQLError {
  return new GraphQLError(message, { path, extensions });
}
