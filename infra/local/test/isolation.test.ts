import type { Identity } from '@propertea/kernel';
import { jest } from '@jest/globals';
import { operator, person, recipes } from '@propertea/testkit';
import type pg from 'pg';
import { vacuous } from './support/controls.js';
import { withoutFilters } from './support/filters-off.js';
import { entitiesOf, graphOf } from './support/graph.js';
import { startWholeHouse, type WholeHouse } from './support/house.js';
import { type Question, questionsOf } from './support/questions.js';
import { openAdmin, tablesOf } from './support/rows.js';
import {
  aMinuteAgo,
  MARK,
  type Portfolio,
  portfolioOf,
  tracesOf,
  twoOrganizations,
} from './support/two-organizations.js';
import { changedWhile, collide, walk, type Walker } from './support/walk.js';

// The walk is some thousand requests; a machine that does other things besides takes its time.
jest.setTimeout(600_000);

let house: WholeHouse;
let admin: pg.Client;
let tables: string[];
let a: Portfolio;
let b: Portfolio;
let questions: Question[];
let walker: Walker;

beforeAll(async () => {
  await aMinuteAgo(async () => {
    house = await startWholeHouse();
    ({ a, b } = await twoOrganizations(house));
  });
  admin = await openAdmin(house.database.adminUrl);
  tables = await tablesOf(
    admin,
    house.rooms.map(({ name }) => name),
  );
  questions = house.rooms.map(graphOf).flatMap((graph) => questionsOf(graph, a));
  walker = walkerOf(a);
});

afterAll(async () => {
  await admin?.end();
  await house?.stop();
});

function walkerOf(asker: Portfolio, identity: Identity = asker.administrator): Walker {
  return {
    a: asker,
    b,
    traces: tracesOf(b),
    sendTo: ({ graph }) => house.at(graph, identity),
    sendAsB: ({ graph }) => house.at(graph, b.administrator),
  };
}

/** Whom a question is for: what tells with whose eyes one looks says nothing to who has their own. */
function whoAsks({ name, isOperators }: Question, { administrator, looking }: Portfolio): Identity {
  if (name === 'query currentViewAs') return looking;
  return isOperators ? operator() : administrator;
}

/** B's rows stay as they are; rows of others may speak of B. */
function unchanged<T>(run: () => Promise<T>, others: readonly Portfolio[], marks = [MARK]) {
  const parts = {
    house,
    admin,
    tables,
    b: [...tracesOf(b), ...marks],
    others: others.map(({ organization }) => organization.uuid),
  };
  return changedWhile(parts, run);
}

test('R46: every entity of the graph can be made by the seed', () => {
  const entities = house.rooms.map(graphOf).flatMap((graph) => entitiesOf(graph));
  const names = [...new Set(entities.map(({ name }) => name))];
  expect(names.filter((name) => !(name in recipes))).toEqual([]);
  expect(names).toEqual(expect.arrayContaining(['Organization', 'Company', 'User', 'Unit']));
});

test('R46: what belongs to B answers A as what does not exist, and stays as it is', async () => {
  const { changed, result } = await unchanged(() => walk(walker, questions), [a]);
  expect(result.findings).toEqual([]);
  expect(changed).toEqual([]);
  expect(result.compared).toBeGreaterThan(questions.length);
});

test('R46: so it is for A’s people in no organization, and for operators', async () => {
  const subject = a.organization.user.uuid;
  const readable = questions.filter(({ kind, isSystem }) => kind !== 'mutation' && !isSystem);
  for (const identity of [person(subject), operator(subject)]) {
    const { findings } = await walk(walkerOf(a, identity), readable);
    expect(findings).toEqual([]);
  }
});

test('R46: so it is where every filter by organization is forgotten: row-level security alone', async () => {
  const run = () => withoutFilters(() => walk(walker, questions));
  const { changed, result } = await unchanged(run, [a]);
  expect(result.findings).toEqual([]);
  expect(changed).toEqual([]);
});

describe('among others', () => {
  test('every question is understood: with ids of one’s own it is answered', async () => {
    const c = await portfolioOf(house, 'Willow');
    const sendTo = (question: Question) => house.at(question.graph, whoAsks(question, c));
    expect(await vacuous(questions, c, sendTo)).toEqual([]);
  });

  test('R46: names and codes of B are free for others', async () => {
    const d = await portfolioOf(house, 'Rowan');
    const { changed, result } = await unchanged(() => collide(walkerOf(d), questions), [a, d], []);
    expect(result.findings).toEqual([]);
    expect(changed).toEqual([]);
  });

  test('a forgotten filter and a policy for all are found out', async () => {
    const about = /query invitations|mutation revokeInvitation/;
    const invitations = questions.filter(({ name }) => about.test(name));
    await admin.query(
      'create policy hole on organizations.invitations to organizations_staff using (true) with check (true)',
    );
    try {
      const run = () =>
        withoutFilters(async (state) => {
          const result = await walk(walker, invitations);
          return { ...result, ...state };
        });
      const { changed, result } = await unchanged(run, [a]);
      expect(result.stripped).toBeGreaterThan(0);
      expect(result.findings.join()).toMatch(/query invitations.* shows /);
      expect(result.findings.join()).toMatch(/mutation revokeInvitation/);
      expect(changed).toContain('organizations.invitations');
    } finally {
      await admin.query('drop policy hole on organizations.invitations');
    }
  });
});
