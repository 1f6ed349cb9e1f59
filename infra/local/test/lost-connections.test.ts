import { type MadeUnit, seedOf, type Send } from '@propertea/testkit';
import type pg from 'pg';
import { type HouseWithGateway, startHouseWithGateway } from './support/gateway.js';
import { openAdmin } from './support/rows.js';
import { askew, fillPools, storm } from './support/storm.js';

/** Connections of a room in a house of a test. */
const POOL = 5;

let house: HouseWithGateway;
let unit: MadeUnit;
let send: Send;
let admin: pg.Client;

beforeAll(async () => {
  house = await startHouseWithGateway();
  unit = await seedOf(house, { issuer: house.parts.issuer }).organization().unit();
  await house.settled();
  send = await house.through(unit.organization.user);
  admin = await openAdmin(house.database.adminUrl);
});

afterAll(async () => {
  await admin?.end();
  await house?.stop();
});

test('connections that break under load cost answers, but no fact and no place in a pool', async () => {
  const report = await storm({ send, admin, rounds: 6 });
  await house.settled();
  expect(report.wrong).toEqual([]);
  expect(report.ended).toBeGreaterThan(6);
  // The company of the seed was made before.
  report.asked.push(unit.property.company.code);
  const { companies, findings } = await askew(admin, unit.organization.uuid, report);
  expect(findings).toEqual([]);
  expect(companies).toBeGreaterThanOrEqual(6);
  const { administrator } = unit.organization;
  await fillPools(admin, POOL, (room, query) => house.at(room, administrator)(query));
});
