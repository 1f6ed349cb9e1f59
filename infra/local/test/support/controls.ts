import type { GraphQLAnswer } from '@propertea/chassis/runtime';
import type { Made, Send } from '@propertea/testkit';
import { type Question, withValue } from './questions.js';
import type { Asker } from './values.js';

/** Commands that end things come last, so that the others still find them; the asker's own end is the very last. */
const ENDING = [
  /mutation (revoke|remove|retire|restore)/,
  /mutation erase/,
  /mutation eraseMyAccount/,
];
const rankOf = ({ name }: Question) => ENDING.findLastIndex((pattern) => pattern.test(name));

/**
 * Asks every question with ids of the asker's own: only what understands these proves something by not
 * knowing those of others. Returns one sentence for each that is refused as malformed or unknown, or
 * that answers nothing.
 */
export async function vacuous(
  questions: readonly Question[],
  asker: Asker,
  sendTo: (question: Question) => Send,
): Promise<string[]> {
  const inOrder = questions.toSorted((one, other) => rankOf(one) - rankOf(other));
  const complaints: string[] = [];
  for (const question of inOrder) {
    for (const [title, variables] of ownVariables(question, asker)) {
      const answer = await sendTo(question)(question.document, variables);
      const complaint = question.isSystem ? unlessForbidden(answer) : complaintOf(question, answer);
      if (complaint) complaints.push(`${question.graph}: ${question.name}${title}: ${complaint}`);
    }
  }
  return complaints;
}

/** The question as it is, and once with each optional id filled in. */
function* ownVariables(
  question: Question,
  asker: Asker,
): Generator<[string, Record<string, unknown>]> {
  const base = question.variables(asker);
  yield ['', base];
  // Once is enough for a command: doing it twice is another story.
  const ids = question.places.filter(({ kind, type }) => kind === 'id' && type !== undefined);
  for (const place of ids) {
    const { id } = asker.ids.get(place.type ?? '') as Made;
    const variables = withValue(base, place, asker, id);
    if (JSON.stringify(variables) !== JSON.stringify(base)) {
      yield [`, ${place.path.join('.')}`, variables];
    }
  }
}

function unlessForbidden({ errors }: GraphQLAnswer): string | undefined {
  const code = errors?.[0]?.extensions?.['code'];
  return code === 'FORBIDDEN'
    ? undefined
    : `answered, though only the platform may ask: ${String(code)}`;
}

function complaintOf(question: Question, answer: GraphQLAnswer): string | undefined {
  if (answer.errors) return JSON.stringify(answer.errors).slice(0, 400);
  const [value] = Object.values(answer.data ?? {});
  const found = Array.isArray(value) ? value[0] : value;
  if (found === null || found === undefined) return 'answered nothing';
  if (question.kind !== 'mutation') return undefined;
  const refused = (found as { errors: { code: string }[] }).errors.filter(({ code }) =>
    ['INVALID_INPUT', 'NOT_FOUND'].includes(code),
  );
  return refused.length > 0 ? JSON.stringify(refused) : undefined;
}
