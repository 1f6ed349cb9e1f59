import { newId } from '@propertea/kernel';
import { inProcess } from '@propertea/chassis/runtime';
import { person } from '@propertea/testkit';
import { startWholeHouse, type WholeHouse } from '../../test/support/house.js';
import { openBackDoor, type BackDoor } from '../back-door.js';
import { openDoor, type HouseDoor } from '../door.js';
import { describeAccount, findPerson } from '../people.js';
import { describeFindings } from './describe-demo.js';
import { type DemoResult, runDemo } from './run-demo.js';

/** The whole portfolio, twice; a machine that does other things as well needs its time. */
const PATIENCE_MS = 600_000;

let house: WholeHouse;
let backDoor: BackDoor;
let door: HouseDoor;
let first: DemoResult;

const run = () => runDemo(door, { propertiesUrl: backDoor.urlOf('properties') });

beforeAll(async () => {
  house = await startWholeHouse();
  backDoor = await openBackDoor(house.rooms);
  door = openDoor({
    ...house.parts,
    adminUrl: house.database.adminUrl,
    rooms: new Map(house.rooms.map((room) => [room.name, inProcess(room)])),
  });
  // Somebody's own organization that happens to be called like a management company.
  await house.at(
    'organizations',
    person(newId()),
  )('mutation { registerOrganization(input: { name: "Habitat Company" }) { errors { message } } }');
  first = await run();
}, PATIENCE_MS);
afterAll(async () => {
  await backDoor?.stop();
  await house?.stop();
});

test('the demo brings 200 organizations with their portfolio', () => {
  expect(first).toMatchObject({
    organizations: 200,
    rows: 488,
    accepted: 487,
    unchanged: 0,
    rejected: 1,
    properties: 487,
    units: 24_398,
    corrections: 4,
  });
});

test('about 92 % of the units of the five largest are let', () => {
  const UNITS_OF_FIVE = 5_811;
  expect(first.leases / UNITS_OF_FIVE).toBeGreaterThan(0.91);
  expect(first.leases / UNITS_OF_FIVE).toBeLessThan(0.93);
});

test('every correction and rejection is told, also what only shows across organizations', () => {
  const told = describeFindings(first).split('\n');
  expect(told.filter((line) => line.startsWith('correction'))).toHaveLength(4);
  expect(told.filter((line) => line.startsWith('error'))).toEqual([
    'error      row 483, Dickson Estates Apartments, Units: Row 119 lists this property (same company, name and address) with 48 units. ("42") – Keep one of rows 119 and 483.',
  ]);
  expect(told).toContainEqual(
    expect.stringContaining('“Hilliard Homes Phase I” in row 138 claims the same address'),
  );
  expect(told).toContainEqual(expect.stringContaining('The file also names “Heartland Housing”'));
});

test('each kind of account is there with its organizations', async () => {
  const described = await Promise.all(
    first.accounts.map(async ({ email }) => {
      const found = await findPerson(door, email);
      return found && describeAccount(door, found);
    }),
  );
  expect(
    described.map((account) => [
      account?.email.split('@')[0],
      account?.personas,
      account?.organizations.length,
    ]),
  ).toEqual([
    ['admin1', ['PERSON', 'STAFF'], 1],
    ['admin2', ['PERSON', 'STAFF'], 1],
    ['admin3', ['PERSON', 'STAFF'], 1],
    ['admin4', ['PERSON', 'STAFF'], 1],
    ['admin5', ['PERSON', 'STAFF'], 1],
    ['manager', ['PERSON', 'STAFF'], 2],
    ['viewer', ['PERSON', 'STAFF'], 1],
    ['operator', ['PERSON', 'OPERATOR'], 0],
  ]);
  expect(described[0]?.organizations[0]?.id).toMatch(/^org_/u);
});

test(
  'run again it adds nothing',
  async () => {
    const again = await run();
    expect(again).toMatchObject({
      organizations: 200,
      accepted: 0,
      unchanged: 487,
      rejected: 1,
      properties: 0,
      units: 0,
      leases: 0,
    });
    expect(again.accounts).toEqual(first.accounts);
  },
  PATIENCE_MS,
);
