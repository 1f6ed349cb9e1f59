import { jest } from '@jest/globals';
import type { GraphQLAnswer } from '@propertea/chassis/runtime';
import { eventually } from '@propertea/testkit';
import { createCompany, idIn, type Office, openOffice } from './support/office.js';
import { newPlace, type Place, type PlatformProcess } from './support/platform-process.js';

jest.setTimeout(300_000);

const PAGE = `query ($search: String) {
  viewer { name memberships { nodes { organization { name } } } }
  companies { nodes { code properties(filter: { search: $search }) { totalCount } } }
  properties(filter: { search: $search }) { totalCount }
}`;
const READERS = 6;
const READS_AFTER = 60;

let place: Place;
let platform: PlatformProcess;
let office: Office;
let asked = 0;

beforeAll(async () => {
  place = await newPlace();
  platform = await place.start({ arguments: ['--processes'] });
  office = await openOffice(platform.house, 'Room Killed');
  expect(idIn(await createCompany(office.send, 'ONE'), 'createCompany', 'company')).toBeDefined();
});

afterAll(() => place?.clear());

/**
 * Reads with several readers at a time: some pages, then `act`, then some pages more. Each looks for something
 * else, so that what the gateway keeps answers none.
 */
async function whileReading(act: () => void | Promise<void>): Promise<GraphQLAnswer[]> {
  const answers: GraphQLAnswer[] = [];
  let enough = Number.POSITIVE_INFINITY;
  const read = async (): Promise<void> => {
    while (answers.length < enough) {
      answers.push(await office.send(PAGE, { search: `page ${asked++}` }));
    }
  };
  const readers = Array.from({ length: READERS }, read);
  try {
    await eventually(
      () => answers.length,
      (count) => count >= 2 * READERS,
    );
    await act();
  } finally {
    enough = answers.length + READS_AFTER;
  }
  await Promise.all(readers);
  return answers;
}

function kill(room: string): void {
  process.kill(platform.pidOf(room), 'SIGKILL');
}

const outages = ({ errors = [] }: GraphQLAnswer) =>
  errors.map(({ path, extensions }) => [path?.join('.'), extensions?.['code']]);

test('a room killed under load nulls its own fields, and the rooms beside it go on', async () => {
  const answers = await whileReading(() => kill('properties'));
  const whole = answers.filter(({ errors }) => !errors);
  const partial = answers.filter(({ errors }) => errors);
  expect(whole.length).toBeGreaterThan(READERS);
  expect(partial.length).toBeGreaterThan(READERS);
  for (const answer of partial) {
    expect(answer.data).toMatchObject({
      viewer: { name: 'Room Killed', memberships: { nodes: [{}] } },
      companies: { nodes: [{ code: 'ONE' }] },
    });
    for (const [path, code] of outages(answer)) {
      expect(code).toBe('UPSTREAM_UNAVAILABLE');
      expect(['properties', 'companies.nodes.0.properties']).toContain(path);
    }
  }
  expect(outages(answers.at(-1) ?? {})).toHaveLength(2);
});

test('a command of a living room is carried out while another is dead', async () => {
  expect(idIn(await createCompany(office.send, 'TWO'), 'createCompany', 'company')).toBeDefined();
  const { status } = await fetch(`${platform.house.url}/health`);
  expect(status).toBe(200);
});

test('without identity too, what organizations knows is still told', async () => {
  const answers = await whileReading(() => kill('identity'));
  const last = answers.at(-1);
  expect(last?.data).toMatchObject({
    viewer: null,
    companies: { nodes: [{ code: 'ONE' }, { code: 'TWO' }] },
  });
  for (const answer of answers) {
    for (const [, code] of outages(answer)) expect(code).toBe('UPSTREAM_UNAVAILABLE');
  }
});

test('what is left of the platform stops in order, and the next start has every room again', async () => {
  const family = platform.family();
  expect(await platform.stop()).toBe(0);
  await family.gone();
  platform = await place.start({ arguments: ['--processes'] });
  const answer = await eventually(
    () => office.send(PAGE),
    ({ errors, data }) => !errors && JSON.stringify(data).split('"totalCount":0').length === 4,
  );
  expect(answer.data).toMatchObject({ companies: { nodes: [{ code: 'ONE' }, { code: 'TWO' }] } });
  expect(await platform.stop()).toBe(0);
});
