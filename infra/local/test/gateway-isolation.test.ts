import { jest } from '@jest/globals';
import { API_SCOPES } from '@propertea/kernel';
import { buildSchema } from 'graphql';
import { vacuous } from './support/controls.js';
import { graphOf } from './support/graph.js';
import { type HouseWithGateway, startHouseWithGateway } from './support/gateway.js';
import { type Question, questionsOf } from './support/questions.js';
import {
  aMinuteAgo,
  type Portfolio,
  tracesOf,
  twoOrganizations,
} from './support/two-organizations.js';
import { walk } from './support/walk.js';

jest.setTimeout(600_000);

let house: HouseWithGateway;
let a: Portfolio;
let b: Portfolio;
let questions: Question[];

beforeAll(async () => {
  await aMinuteAgo(async () => {
    house = await startHouseWithGateway();
    ({ a, b } = await twoOrganizations(house));
  });
  questions = questionsOf({ name: 'gateway', schema: buildSchema(house.apiSdl) }, a);
});

afterAll(() => house?.stop());

const inA = () => house.through(a.organization.user, a.organization);

test('R46: through the gateway, what belongs to B answers A as what does not exist', async () => {
  const [asA, asB] = [await inA(), await house.through(b.organization.user, b.organization)];
  const walker = { a, b, traces: tracesOf(b), sendTo: () => asA, sendAsB: () => asB };
  const { findings, compared } = await walk(walker, questions);
  expect(findings).toEqual([]);
  expect(compared).toBeGreaterThan(100);
});

/** A program that may do everything that a program may. */
async function programOf({ estate }: Portfolio) {
  const scopes = API_SCOPES.map((scope) => scope.toUpperCase().replace(':', '_'));
  const grants = [{ role: 'ORGANIZATION_ADMIN' }];
  const { key } = await estate.organization.apiClient({ scopes, grants });
  return house.byKey(key);
}

test('R46: a program of A, whatever it may do there, asks for what belongs to B as for what does not exist', async () => {
  const graph = { name: 'public', schema: buildSchema(house.publicSdl) };
  const [asA, asB] = [await programOf(a), await programOf(b)];
  const walker = { a, b, traces: tracesOf(b), sendTo: () => asA, sendAsB: () => asB };
  const letIn = { data: { companies: { totalCount: expect.any(Number) } } };
  expect(await asA('{ companies { totalCount } }')).toEqual(letIn);
  const { findings, compared } = await walk(walker, questionsOf(graph, a));
  // Refused as a whole, everything would look alike.
  expect(await asA('{ companies { totalCount } }')).toEqual(letIn);
  expect(findings).toEqual([]);
  expect(compared).toBeGreaterThan(100);
});

test('a program with scopes for nothing of a room gets nothing of it', async () => {
  const graph = { name: 'public', schema: buildSchema(house.publicSdl) };
  const { key } = await a.estate.organization.apiClient({ scopes: ['IDENTITY_READ'] });
  const send = house.byKey(key);
  const found: string[] = [];
  for (const question of questionsOf(graph, a)) {
    const { data } = await send(question.document, question.variables(a));
    // Of whom it is, there is nothing to tell: it is no person.
    const told = Object.values(data ?? {}).filter((value) => value !== null);
    if (told.length > 0) found.push(`${question.name}: ${JSON.stringify(told).slice(0, 200)}`);
  }
  expect(found).toEqual([]);
});

test('a program with every scope is answered whatever the public graph can be asked', async () => {
  const graph = { name: 'public', schema: buildSchema(house.publicSdl) };
  const program = await programOf(b);
  // It is no person.
  const asked = questionsOf(graph, b).filter(({ name }) => name !== 'query viewer');
  expect(await vacuous(asked, b, () => program)).toEqual([]);
});

// Last: among what is asked there are leaving, closing and erasing, of whom others depend on.
test('every question is understood: with ids of one’s own it is answered', async () => {
  const asA = await inA();
  const looking = await house.through(a.organization.user, a.organization, a.ids.get('ViewAs'));
  const ofRooms = house.rooms.map(graphOf).flatMap((graph) => questionsOf(graph, a));
  const operators = new Set(ofRooms.filter((one) => one.isOperators).map(({ name }) => name));
  const own = questions.filter(({ name }) => !operators.has(name));
  // What tells with whose eyes one looks says nothing to who has their own.
  const sendTo = ({ name }: Question) => (name === 'query currentViewAs' ? looking : asA);
  expect(await vacuous(own, a, sendTo)).toEqual([]);
});
