import { jest } from '@jest/globals';
import { type Grant, grantsWithin, type Identity, ROLES } from '@propertea/kernel';
import type pg from 'pg';
import { graphOf } from './support/graph.js';
import { startWholeHouse, type WholeHouse } from './support/house.js';
import { type Question, questionsOf } from './support/questions.js';
import { reachesAround } from './support/reaches.js';
import type { ReachName } from './support/rights.js';
import { fingerprints, openAdmin, tablesOf } from './support/rows.js';
import { aMinuteAgo, type Portfolio, portfolioOf } from './support/two-organizations.js';
import { inTurns } from './support/walk.js';
import { beyond } from './support/within.js';

jest.setTimeout(600_000);

let house: WholeHouse;
let admin: pg.Client;
let target: Portfolio;
let reaches: Record<ReachName, Grant['reach']>;
let questions: Question[];

beforeAll(async () => {
  await aMinuteAgo(async () => {
    house = await startWholeHouse();
    target = await portfolioOf(house, 'Linden');
    reaches = await reachesAround(target);
    await house.settled();
  });
  admin = await openAdmin(house.database.adminUrl);
  questions = house.rooms.map(graphOf).flatMap((graph) => questionsOf(graph, target));
});

afterAll(async () => {
  await admin?.end();
  await house?.stop();
});

/** Tells with whose eyes one looks, which nobody is told who has their own. */
const isAboutIt = ({ name }: Question) => name === 'query currentViewAs';
const isRead = (question: Question) => question.kind !== 'mutation' && !isAboutIt(question);
const isWrite = ({ kind, isSystem }: Question) => kind === 'mutation' && !isSystem;

/** Reaches within and beside each other; the rule itself is tried with all of them in the kernel. */
const SOME_REACHES = [
  'organization',
  'its company',
  'its property',
  'a property of another company',
] as const;

function everyGrant(): Grant[] {
  return ROLES.flatMap((role) => SOME_REACHES.map((reach) => ({ role, reach: reaches[reach] })));
}

test('whatever the grants of both, each answer is a part of what the caller sees without', async () => {
  const readable = questions.filter((question) => isRead(question) && !question.isSystem);
  const asked = new Map<string, Promise<unknown>>();
  /** One person throughout, so that an answer follows from question and grants alone. */
  const answerTo = (question: Question, identity: Identity): Promise<unknown> => {
    const { name, graph } = question;
    const key = JSON.stringify([graph, name, identity.grants, identity.readOnly === true]);
    const known = asked.get(key);
    if (known) return known;
    const answer = house
      .at(graph, identity)(question.document, question.variables(target))
      .then(({ data }) => data);
    asked.set(key, answer);
    return answer;
  };
  const found: string[] = [];
  const wouldLeak = new Set<string>();
  let compared = 0;
  await inTurns(readable, 4, async (question) => {
    for (const own of everyGrant()) {
      const whole = await answerTo(question, { ...target.administrator, grants: [own] });
      const distinct = new Map(
        everyGrant().map((theirs) => {
          const grants = grantsWithin([theirs], [own]);
          return [JSON.stringify(grants), grants];
        }),
      );
      for (const grants of distinct.values()) {
        compared++;
        const more = beyond(await answerTo(question, { ...target.looking, grants }), whole);
        if (more) found.push(`${question.name} ${JSON.stringify([own, grants])} ${more}`);
      }
      const everything = await answerTo(question, target.administrator);
      if (beyond(everything, whole)) wouldLeak.add(question.name);
    }
  });
  expect(found).toEqual([]);
  expect(compared).toBeGreaterThan(readable.length * everyGrant().length);
  // The same comparison finds what grants would show that were not brought within the caller's.
  expect([...wouldLeak]).toEqual(
    expect.arrayContaining(['query companies', 'query property', 'query units', 'query auditLog']),
  );
});

test('a room that is asked past the gateway carries out no mutation of who only reads', async () => {
  const everything: Identity = { ...target.looking, grants: target.administrator.grants };
  const tables = await tablesOf(
    admin,
    house.rooms.map(({ name }) => name),
  );
  await house.settled();
  const look = () => fingerprints(admin, tables, ['.'], ['^$']);
  const before = await look();
  const allowed: string[] = [];
  for (const question of questions.filter(isWrite)) {
    const send = house.at(question.graph, everything);
    const { errors } = await send(question.document, question.variables(target));
    if (errors?.[0]?.extensions?.['code'] !== 'FORBIDDEN') allowed.push(question.name);
  }
  await house.settled();
  const after = await look();
  expect(allowed).toEqual(['mutation endViewAs']);
  const changed = tables.filter((table) => before[table] !== after[table]);
  // The end of the view itself, its place in the history, and that history on its way.
  expect(changed.filter((table) => !/view_as|audit|outbox|inbox/.test(table))).toEqual([]);
});
