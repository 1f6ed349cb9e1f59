import { jest } from '@jest/globals';
import { eventually, staff } from '@propertea/testkit';
import type pg from 'pg';
import { poolSize } from '../src/database.js';
import { GATEWAY_CONNECTIONS } from '../src/gateway.js';
import { findPerson } from '../src/people.js';
import { rooms } from '../src/rooms.js';
import { type Office, openOffice } from './support/office.js';
import { newPlace, type Place, type PlatformProcess } from './support/platform-process.js';
import { openAdmin } from './support/rows.js';
import { askew, fillPools, storm } from './support/storm.js';

jest.setTimeout(300_000);

const ROUNDS = 60;
const POOL = poolSize(rooms.length, GATEWAY_CONNECTIONS);

let place: Place;

beforeEach(async () => {
  place = await newPlace();
});

afterEach(() => place?.clear());

async function weather(platform: PlatformProcess, office: Office, admin: pg.Client) {
  const { house } = platform;
  const report = await storm({ send: office.send, admin, rounds: ROUNDS });
  await eventually(() => house.isIdle(), Boolean);
  expect(report.wrong).toEqual([]);
  // Rooms and gateway are connected again each time.
  expect(report.ended).toBeGreaterThan(ROUNDS * rooms.length);
  const { companies, findings } = await askew(admin, office.uuid, report);
  expect(findings).toEqual([]);
  expect(companies).toBeGreaterThanOrEqual(ROUNDS);
  const dead = await admin.query('select from bus.deliveries where dead_at is not null');
  expect(dead.rowCount).toBe(0);

  const person = await findPerson(house, office.email);
  const everything = { kind: 'organization' } as const;
  const administrator = staff(office.uuid, 'ORGANIZATION_ADMIN', everything, person?.userId);
  await fillPools(admin, POOL, (room, query) => house.ask(room, { query }, administrator));
}

test.each([
  ['in one process', []],
  ['as processes', ['--processes']],
])(
  'rooms %s lose their connections sixty times under load, and nothing else',
  async (_, options) => {
    const platform = await place.start({ arguments: options });
    const office = await openOffice(platform.house, 'Lost Connections');
    const admin = await openAdmin(platform.house.adminUrl);
    try {
      await weather(platform, office, admin);
    } finally {
      await admin.end();
    }
    const family = platform.family();
    expect(await platform.stop()).toBe(0);
    await family.gone();
  },
);
