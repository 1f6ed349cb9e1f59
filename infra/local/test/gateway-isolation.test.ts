import { jest } from '@jest/globals';
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

jest.setTimeout(300_000);

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
