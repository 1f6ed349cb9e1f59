import type { CacheQuestion, FetchCache, KeepablePart, Lookup } from '../cache/fetch-cache.js';
import type { EntityPart, RootContent } from '../compile/steps.js';
import { PlainAnswer } from '../subgraph.js';
import type { SubgraphAnswer } from '../subgraph.js';
import type { EntityFetch } from './entity-fetch.js';
import { isObject, isPlainJson } from './json.js';
import type { JsonObject } from './json.js';
import { readErrors } from './plan-error.js';
import type { RunParts } from './plan-run.js';

interface Asking<Context> {
  readonly context: Context;
  readonly signal: AbortSignal | undefined;
}

/** Sends the request, of which an answer is shared only with those that say the same. */
type Send = (since?: string) => Promise<SubgraphAnswer>;

/** The answer to a root fetch, from the cache where it is kept there. */
export async function rootThrough<Context>(
  cache: FetchCache<Context>,
  { keepable: part }: RootContent,
  variables: JsonObject,
  { context, signal }: Asking<Context>,
  send: Send,
): Promise<SubgraphAnswer> {
  cache.served(context, part);
  const questions = part ? [{ part, key: keyOf(part, variables) }] : [];
  const lookup = part && (await cache.look(questions, context, signal));
  const [found] = lookup?.found ?? [];
  if (part && found) {
    cache.served(context, { scope: part.scope, maxAge: found.freshFor });
    const data: unknown = JSON.parse(found.text);
    return isPlainJson(found.text) ? new PlainAnswer(data) : { data };
  }
  return keeping(lookup, send, ({ data, errors }) => {
    // What is not there yet may come at any moment.
    const isWhole = isObject(data) && !Object.values(data).includes(null);
    return isWhole && readErrors(errors).length === 0 ? [[0, data]] : [];
  });
}

/** Entities, those that are kept in the cache from there; the others are asked for. */
export async function entitiesThrough<Context>(
  cache: FetchCache<Context>,
  fetch: EntityFetch,
  variables: JsonObject,
  { context, signal, texts }: Asking<Context> & Pick<RunParts<Context>, 'texts'>,
  send: Send,
): Promise<void> {
  const questions: CacheQuestion[] = [];
  const firstOf = new Map<EntityPart, number>();
  for (const { part, representations } of fetch.asked) {
    const { keepable } = part;
    if (representations.length > 0) cache.served(context, keepable);
    if (!keepable || representations.length === 0) continue;
    const around = keyOf(keepable, variables);
    firstOf.set(part, questions.length);
    for (const entity of representations) {
      questions.push({ part: keepable, key: around + JSON.stringify(entity), entity });
    }
  }
  const lookup = questions.length > 0 ? await cache.look(questions, context, signal) : undefined;
  if (lookup) {
    const known = new Map<EntityPart, Map<number, unknown>>();
    for (const { part, representations } of fetch.asked) {
      const first = firstOf.get(part);
      if (first === undefined || !part.keepable) continue;
      const own = new Map<number, unknown>();
      known.set(part, own);
      for (const index of representations.keys()) {
        const found = lookup.found[first + index];
        if (!found) continue;
        own.set(index, JSON.parse(found.text));
        texts.arePlain &&= isPlainJson(found.text);
        cache.served(context, { scope: part.keepable.scope, maxAge: found.freshFor });
      }
    }
    if (!fetch.takeKnown(known)) return;
  }
  const answer = await keeping(lookup, send, (given) =>
    [...fetch.given(given)].flatMap(([part, entities]) => {
      const first = firstOf.get(part);
      if (first === undefined) return [];
      return [...entities].map(([index, entity]): [number, JsonObject] => [first + index, entity]);
    }),
  );
  fetch.take(answer);
}

/** The variables of a part: others do not change what it selects. */
function keyOf({ variables }: KeepablePart, sent: JsonObject): string {
  return JSON.stringify(variables.map((name) => (Object.hasOwn(sent, name) ? [sent[name]] : [])));
}

/** Asks, and keeps of the answer what may be kept, before anybody changes it. */
async function keeping(
  lookup: Lookup | undefined,
  send: Send,
  kept: (answer: SubgraphAnswer) => [index: number, value: JsonObject][],
): Promise<SubgraphAnswer> {
  if (!lookup) return send();
  const texts = new Map<number, string>();
  try {
    const answer = await send(lookup.since);
    for (const [index, value] of kept(answer)) texts.set(index, JSON.stringify(value));
    return answer;
  } finally {
    lookup.keep(texts);
  }
}
