import { jest } from '@jest/globals';
import type { GraphQLAnswer } from '@propertea/chassis/runtime';
import { type Grant, type Role, ROLES } from '@propertea/kernel';
import { Estate, recipes, staff } from '@propertea/testkit';
import { graphOf } from './support/graph.js';
import { startWholeHouse, type WholeHouse } from './support/house.js';
import { type Question, questionsOf } from './support/questions.js';
import { reachesAround } from './support/reaches.js';
import {
  expected,
  type Outcome,
  readable,
  type ReachName,
  REACHES,
  rights,
  sees,
} from './support/rights.js';
import { type Portfolio, portfolioOf } from './support/two-organizations.js';
import { inTurns } from './support/walk.js';

jest.setTimeout(600_000);

const NO_VERSION = 999;

let house: WholeHouse;
let target: Portfolio;
let reaches: Record<ReachName, Grant['reach']>;
let commands: Question[];

beforeAll(async () => {
  house = await startWholeHouse();
  target = await portfolioOf(house, 'Target');
  reaches = await reachesAround(target);
  await house.settled();
  commands = house.rooms
    .map(graphOf)
    .flatMap((graph) => questionsOf(graph, target))
    .filter(({ kind, isSystem }) => kind === 'mutation' && !isSystem);
});

afterAll(() => house?.stop());

function* grants(): Generator<[Role, ReachName]> {
  for (const role of ROLES) for (const reach of REACHES) yield [role, reach];
}

function outcomeOf({ data, errors }: GraphQLAnswer): Outcome | string {
  if (errors) return String(errors[0]?.extensions?.['code']);
  const [payload] = Object.values(data ?? {}) as { errors: { code: string }[] }[];
  const refusal = payload?.errors.map(({ code }) => code).find((code) => REFUSALS.has(code));
  return refusal ?? 'ALLOWED';
}

/** What would mean that the command was not even looked at, beside what the matrix expects. */
const REFUSALS = new Set(['NOT_FOUND', 'INVALID_INPUT']);

/** Commands after which their target is gone: each has one of its own, and another one for the next grant. */
const ENDS = /mutation (revokeInvitation|removeGrant|removeMember)/;

/** The thing that a command is about, for as long as it is there. */
class Target {
  #ids = new Map(target.ids);
  #isGone: boolean;

  constructor(private readonly command: Question) {
    this.#isGone = ENDS.test(command.name);
  }

  used(): void {
    this.#isGone = ENDS.test(this.command.name);
  }

  /**
   * The variables of the command about it. Where it takes a version, it is one that nothing has: who is
   * allowed learns of the conflict, and the target stays as it is for the next one.
   */
  async variables(): Promise<Record<string, unknown>> {
    const type = this.command.places.find(({ kind }) => kind === 'id')?.type ?? '';
    const recipe = recipes[type];
    if (this.#isGone && recipe) {
      this.#ids.set(type, await recipe(new Estate(target.estate.organization)));
      this.#isGone = false;
    }
    const { input } = this.command.variables({ ...target, ids: this.#ids }) as { input: object };
    return { input: { ...input, ...('version' in input && { version: NO_VERSION }) } };
  }
}

test('every mutation says whose right it is', () => {
  const names = commands.map(({ name }) => name.replace('mutation ', ''));
  expect(names.filter((name) => !(name in rights))).toEqual([]);
  expect(Object.keys(rights).filter((name) => !names.includes(name))).toEqual([]);
});

test('a command takes its role and its reach; without, what is seen is forbidden and the rest is not there', async () => {
  const found: string[] = [];
  let asked = 0;
  await inTurns(commands, 4, async (command) => {
    const right = rights[command.name.replace('mutation ', '')];
    if (right === undefined || right === 'oneself') return;
    const about = new Target(command);
    for (const [role, reach] of grants()) {
      const identity = staff(target.organization.uuid, role, reaches[reach]);
      const send = house.at(command.graph, identity);
      const answer = await send(command.document, await about.variables());
      const outcome = outcomeOf(answer);
      if (outcome === 'ALLOWED') about.used();
      asked++;
      const wanted = expected(right, role, reach);
      if (outcome === wanted) continue;
      found.push(`${command.name} by ${role} over ${reach}: ${outcome}, not ${wanted}`);
    }
  });
  expect(found).toEqual([]);
  expect(asked).toBe(
    Object.values(rights).filter((right) => right !== 'oneself').length *
      ROLES.length *
      REACHES.length,
  );
});

test('every role reads what is within its reach, and the rest is not there', async () => {
  const found: string[] = [];
  const queries = house.rooms.map(graphOf).flatMap((graph) => questionsOf(graph, target));
  for (const [field, level] of Object.entries(readable)) {
    const question = queries.find(({ name }) => name === `query ${field}`) as Question;
    for (const [role, reach] of grants()) {
      const identity = staff(target.organization.uuid, role, reaches[reach]);
      const { data } = await house.at(question.graph, identity)(
        `query ($id: ID!) { ${field}(id: $id) { id } }`,
        question.variables(target),
      );
      const seen = (data?.[field] ?? null) !== null;
      if (seen !== sees(reach, level)) found.push(`${field} for ${role} over ${reach}: ${seen}`);
    }
  }
  expect(found).toEqual([]);
});
