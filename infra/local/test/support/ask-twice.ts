import type { IdType } from '@propertea/kernel';
import type { Made, Send } from '@propertea/testkit';
import { type Place, type Question, withValue } from './questions.js';
import { leakIn, type Portfolio, unknownLike } from './two-organizations.js';
import type { Asker } from './values.js';

const INSTANT = /\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z/g;
const REQUEST = /("requestId":"|Quote request )[0-9a-f-]{36}/g;

export interface Pair {
  /** Of B. */
  foreign: readonly string[];
  /** Of nobody, in the same forms. */
  unknown: readonly string[];
}

/** Where A's answer tells B's thing from nothing, or shows something of B; undefined where it does neither. */
export async function difference(
  send: Send,
  question: Question,
  place: Place,
  asker: Asker,
  pair: Pair,
  traces: readonly string[],
): Promise<string | undefined> {
  const base = question.variables(asker);
  const ask = async (asked: readonly string[]): Promise<string> => {
    const variables = withValue(base, place, asker, asked[0] ?? '');
    let text = JSON.stringify(await send(question.document, variables));
    for (const form of asked) text = text.replaceAll(form, '‹asked›');
    return text.replace(INSTANT, '‹time›').replace(REQUEST, '$1‹request›');
  };
  const foreign = await ask(pair.foreign);
  const unknown = await ask(pair.unknown);
  const title = `${question.graph}: ${question.name}, ${place.path.join('.')} = ${pair.foreign[0]}`;
  const leak = leakIn(foreign, traces);
  if (leak) return `${title} shows ${leak}: ${foreign.slice(0, 400)}`;
  if (foreign === unknown) return undefined;
  return `${title} tells B's from nothing:\n  B's: ${foreign.slice(0, 400)}\n  nothing: ${unknown.slice(0, 400)}`;
}

/** The pairs to ask with at a place for an id: of its type, or of every type where the name does not tell. */
export function idPairs({ type }: Place, b: Portfolio): Pair[] {
  const types = type === undefined ? [...b.ids.keys()] : [type];
  return types.flatMap((name) => {
    const made = b.ids.get(name) as Made;
    const unknown = unknownLike(name as IdType, made);
    const prefixed = { foreign: [made.id, made.uuid], unknown: [unknown.id, unknown.uuid] };
    const plain = { foreign: [made.uuid, made.id], unknown: [unknown.uuid, unknown.id] };
    return [prefixed, plain];
  });
}
