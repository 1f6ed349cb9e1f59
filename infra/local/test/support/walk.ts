import type { GraphQLAnswer } from '@propertea/chassis/runtime';
import type { Send, TestHouse } from '@propertea/testkit';
import type pg from 'pg';
import { difference, idPairs, type Pair } from './ask-twice.js';
import { type Place, type Question, withValue } from './questions.js';
import { fingerprints } from './rows.js';
import { MARK, type Portfolio } from './two-organizations.js';

/** Where the questions go, in the name of whom. */
export interface Walker {
  sendTo: (question: Question) => Send;
  /** The same in the name of B's administrator, who gets to see what A must not. */
  sendAsB: (question: Question) => Send;
  a: Portfolio;
  b: Portfolio;
  traces: readonly string[];
}

export interface WalkResult {
  /** What was found; empty where organizations are apart. */
  findings: string[];
  /** How many answers were compared. */
  compared: number;
}

const NOTHING: WalkResult = { findings: [], compared: 0 };

/** Asks every question with every id, text and cursor of B, each beside one that nobody has. */
export async function walk(walker: Walker, questions: readonly Question[]): Promise<WalkResult> {
  const parts = await inTurns(questions, 4, async (question) => {
    const results: WalkResult[] = [];
    for (const place of question.places) {
      // A command that takes a text may well succeed with it: `collide` does these elsewhere.
      if (place.kind === 'text' && question.kind === 'mutation') continue;
      results.push(await askAt(walker, question, place));
    }
    return sum(results);
  });
  return sum(parts);
}

async function askAt(walker: Walker, question: Question, place: Place): Promise<WalkResult> {
  const { a, traces } = walker;
  const send = walker.sendTo(question);
  const pairs = await pairsAt(walker, question, place);
  const found: string[] = [];
  for (const pair of pairs) {
    const finding = await difference(send, question, place, a, pair, traces);
    if (finding) found.push(finding);
  }
  return { findings: found, compared: pairs.length };
}

async function pairsAt(walker: Walker, question: Question, place: Place): Promise<Pair[]> {
  if (place.kind === 'id') return idPairs(place, walker.b);
  return place.kind === 'text' ? textPairs(walker) : cursorPairs(walker, question);
}

const MAKES = /mutation (create|register|invite|add)/;

/** The same for what new things are called: a name or code that B has is as free as one that nobody has. */
export async function collide(walker: Walker, questions: readonly Question[]): Promise<WalkResult> {
  const making = questions.filter(({ name, isSystem }) => MAKES.test(name) && !isSystem);
  const parts = await inTurns(making, 4, async (question) => {
    const results: WalkResult[] = [];
    // Texts of nested inputs, such as addresses, are nobody's alone.
    for (const place of question.places.filter(
      ({ kind, path }) => kind === 'text' && path.length === 2,
    )) {
      for (const { foreign, unknown } of textPairs(walker)) {
        const outcomes = [];
        for (const [value] of [foreign, unknown]) {
          const variables = withValue(question.variables(walker.a), place, walker.a, value ?? '');
          outcomes.push(outcomeOf(await walker.sendTo(question)(question.document, variables)));
        }
        const title = `${question.name}, ${place.path.join('.')} = ${foreign[0]}`;
        const same = outcomes[0] === outcomes[1];
        const findings = same ? [] : [`${title}: ${outcomes[0]}, and for nothing ${outcomes[1]}`];
        results.push({ findings, compared: 1 });
      }
    }
    return sum(results);
  });
  return sum(parts);
}

/** What came of a command, without what it made. */
function outcomeOf({ data, errors }: GraphQLAnswer): string {
  const [payload] = Object.values(data ?? {}) as ({ errors?: unknown[] } | null)[];
  return JSON.stringify(errors ?? payload?.errors ?? null);
}

/** Texts that B has, and the same of nobody. */
function textPairs({ b }: Walker): Pair[] {
  const { email, name } = b.organization.user;
  const values = [name, email, b.organization.name, MARK, ...codesOf(b)];
  return values.map((value) => ({ foreign: [value], unknown: [likeNobodys(value)] }));
}

/** A text of the same shape in which B's mark is another word. */
function likeNobodys(value: string): string {
  return value
    .replaceAll(MARK, 'Zinnober')
    .replaceAll(/quixwort/g, 'zinnober')
    .replaceAll('QUI', 'ZIN');
}

function codesOf({ ids }: Portfolio): string[] {
  return [...ids.values()].flatMap((made) => ('code' in made ? [String(made.code)] : []));
}

/** The cursor that B gets for its own list, and the same with the id of a row that nobody has. */
async function cursorPairs({ sendAsB, b }: Walker, question: Question): Promise<Pair[]> {
  const answer = await sendAsB(question)(question.document, question.variables(b));
  const cursor = /"cursor":"([^"]+)"/.exec(JSON.stringify(answer))?.[1];
  if (cursor === undefined) return [];
  const plain = Buffer.from(cursor, 'base64url').toString();
  const other = plain.replace(/[0-9a-f]{12}(?="\]$)/, '000000000000');
  return [{ foreign: [cursor], unknown: [Buffer.from(other).toString('base64url')] }];
}

/** What of B was changed while `run` ran: the names of tables, empty where nothing was. */
export async function changedWhile<T>(
  parts: {
    house: TestHouse;
    admin: pg.Client;
    tables: readonly string[];
    b: readonly string[];
    others: readonly string[];
  },
  run: () => Promise<T>,
): Promise<{ changed: string[]; result: T }> {
  const look = async () => {
    await parts.house.settled();
    return fingerprints(parts.admin, parts.tables, parts.b, parts.others);
  };
  const before = await look();
  const result = await run();
  const after = await look();
  return { changed: Object.keys(before).filter((table) => before[table] !== after[table]), result };
}

export function sum(results: readonly WalkResult[]): WalkResult {
  return results.reduce(
    (all, one) => ({
      findings: [...all.findings, ...one.findings],
      compared: all.compared + one.compared,
    }),
    NOTHING,
  );
}

/** Works through the list with a few at a time, which is as many as a room has connections. */
export async function inTurns<T, R>(
  list: readonly T[],
  width: number,
  work: (item: T) => Promise<R>,
): Promise<R[]> {
  const results: R[] = [];
  const waiting = list.entries();
  const worker = async (): Promise<void> => {
    for (const [index, item] of waiting) results[index] = await work(item);
  };
  await Promise.all(Array.from({ length: width }, worker));
  return results;
}
