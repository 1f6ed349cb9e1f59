import { parse, validate } from 'graphql';
import type { GraphQLFormattedError } from 'graphql';
import type { Executor, IncrementalResponse } from '../../src/index.js';
import type { Answer, Asked } from './ours.js';

type Path = readonly (string | number)[];

export interface Increment {
  readonly label?: string;
  readonly path: Path;
  readonly data: any;
  readonly errors?: readonly GraphQLFormattedError[];
}

/** One payload of an answer in parts. */
export interface Payload extends Answer {
  readonly incremental?: readonly Increment[];
  readonly hasNext?: boolean;
}

/** An answer in parts that is read one by one; `whole` where it came at once. */
export interface Parts {
  readonly whole?: Answer;
  next(): Promise<Payload | undefined>;
}

/** Lets an executor answer in parts what a client wrote. */
export async function begin(
  executor: Executor<any>,
  query: string,
  { variables, operationName, context, signal }: Asked = {},
): Promise<Parts> {
  const document = parse(query);
  const mistakes = validate(executor.schema, document);
  if (mistakes.length > 0) throw new Error(mistakes.map(({ message }) => message).join('\n'));
  const operation = { document, operationName, variables };
  return partsOf(await executor.respondIncrementally(operation, context, signal));
}

function partsOf(answer: Awaited<ReturnType<Executor<any>['respondIncrementally']>>): Parts {
  const payloads = read(answer);
  return {
    ...('body' in answer && { whole: JSON.parse(answer.body) as Answer }),
    next: async () => (await payloads.next()).value as Payload | undefined,
  };
}

async function* read(answer: { body: string } | IncrementalResponse): AsyncGenerator<Payload> {
  if ('body' in answer) return void (yield JSON.parse(answer.body));
  yield JSON.parse(answer.initial);
  for await (const payload of answer.subsequent) yield JSON.parse(payload);
}

/** All payloads of an answer. */
export async function inParts(
  executor: Executor<any>,
  query: string,
  asked: Asked = {},
): Promise<Payload[]> {
  const parts = await begin(executor, query, asked);
  const payloads: Payload[] = [];
  for (let next = await parts.next(); next; next = await parts.next()) payloads.push(next);
  return payloads;
}

/** What a client has when it has read everything. Throws where what a part adds has no place. */
export function merged(payloads: readonly Payload[]): Answer {
  const [initial, ...rest] = payloads;
  const data = structuredClone(initial?.data);
  const errors = [...(initial?.errors ?? [])];
  for (const { path, data: part, errors: own = [] } of rest.flatMap(
    ({ incremental = [] }) => incremental,
  )) {
    errors.push(...own);
    if (part === null) continue;
    let place: any = data;
    for (const segment of path) place = place?.[segment];
    if (typeof place !== 'object' || place === null)
      throw new Error(`Nothing is at ${path.join('.')}`);
    merge(place, part);
  }
  return { data, ...(errors.length > 0 && { errors }) };
}

function merge(target: any, source: any): void {
  for (const [key, value] of Object.entries(source)) {
    const known = Object.hasOwn(target, key) ? target[key] : undefined;
    if (
      typeof known === 'object' &&
      known !== null &&
      typeof value === 'object' &&
      value !== null
    ) {
      merge(known, value);
    } else {
      Object.defineProperty(target, key, {
        value,
        enumerable: true,
        configurable: true,
        writable: true,
      });
    }
  }
}
