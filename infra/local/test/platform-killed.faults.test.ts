import { jest } from '@jest/globals';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { eventually } from '@propertea/testkit';
import { createCompany, idIn, type Office, openOffice } from './support/office.js';
import {
  type Family,
  newPlace,
  type Place,
  type PlatformProcess,
} from './support/platform-process.js';
import { childrenOf } from './support/processes.js';
import { openAdmin } from './support/rows.js';
import { askew } from './support/storm.js';

jest.setTimeout(300_000);

const WRITERS = 4;
const BEFORE_THE_KILL = 25;

let place: Place;

beforeEach(async () => {
  place = await newPlace();
});

afterEach(() => place?.clear());

/** Process of the embedded database, as its own lock file names it. */
async function databasePid(): Promise<number> {
  const text = await readFile(join(place.dataDirectory, 'pg/postmaster.pid'), 'utf8');
  return Number.parseInt(text, 10);
}

/** Creates companies without a pause until `kill` has struck; tells which were asked for and which confirmed. */
async function killWhileWriting(office: Office, kill: () => void | Promise<void>) {
  const report = { asked: [] as string[], confirmed: [] as string[] };
  const dead = new AbortController();
  const write = async (): Promise<void> => {
    while (!dead.signal.aborted) {
      const code = `K${report.asked.length}`;
      report.asked.push(code);
      // The gateway dies in the middle of answering.
      const answer = await createCompany(office.send, code).catch(() => ({}));
      if (idIn(answer, 'createCompany', 'company')) report.confirmed.push(code);
    }
  };
  const writers = Array.from({ length: WRITERS }, write);
  try {
    await eventually(
      () => report.confirmed.length,
      (count) => count >= BEFORE_THE_KILL,
      30_000,
    );
    await kill();
  } finally {
    dead.abort();
  }
  await Promise.all(writers);
  return { ...report, reads: 0, failedReads: 0, ended: 0, wrong: [] };
}

/** The next start has all that was confirmed, each fact once, and leaves nothing when it is stopped. */
async function expectAllKept(
  platform: PlatformProcess,
  office: Office,
  report: Awaited<ReturnType<typeof killWhileWriting>>,
): Promise<void> {
  const { house } = platform;
  await eventually(() => house.isIdle(), Boolean);
  const admin = await openAdmin(house.adminUrl);
  try {
    const { rows } = await admin.query(
      `select current_setting('fsync') as fsync, current_setting('synchronous_commit') as "commit", current_setting('full_page_writes') as pages`,
    );
    expect(rows).toEqual([{ fsync: 'on', commit: 'on', pages: 'on' }]);
    const { companies, findings } = await askew(admin, office.uuid, report);
    expect(findings).toEqual([]);
    expect(companies).toBeGreaterThanOrEqual(BEFORE_THE_KILL);
  } finally {
    await admin.end();
  }
  // The token of before the kill still counts: keys and accounts are the same.
  const answer = await office.send('{ viewer { email } companies { totalCount } }');
  expect(answer.errors).toBeUndefined();
  const family = platform.family();
  expect(await platform.stop()).toBe(0);
  await family.gone();
}

const MODES: [string, string[]][] = [
  ['in one process', []],
  ['as processes', ['--processes']],
];

test.each(MODES)(
  'rooms %s: platform, rooms and database killed at once; the next start has all that was confirmed',
  async (_, options) => {
    const first = await place.start({ arguments: options });
    const office = await openOffice(first.house, 'All Killed');
    let family: Family | undefined;
    const report = await killWhileWriting(office, async () => {
      family = first.family();
      const database = await databasePid();
      expect(family.living()).toContain(database);
      for (const pid of [
        first.pid,
        ...first.house.runtime.rooms.map((room) => room.pid),
        database,
      ]) {
        kill(pid);
      }
    });
    // Nobody is left to stop the server's own processes, the leashes or the shell that watches.
    await family?.gone();
    await expectAllKept(await place.start({ arguments: options }), office, report);
  },
);

test.each(MODES)(
  'rooms %s: only the platform is killed; what it started ends by itself, and the next start goes on',
  async (_, options) => {
    const first = await place.start({ arguments: options });
    const office = await openOffice(first.house, 'Parent Killed');
    let family: Family | undefined;
    const report = await killWhileWriting(office, () => {
      family = first.family();
      kill(first.pid);
    });
    await family?.gone();
    await expectAllKept(await place.start({ arguments: options }), office, report);
  },
);

test('the next start does not wait: it takes over the database that a killed platform left', async () => {
  const first = await place.start();
  const office = await openOffice(first.house, 'Taken Over');
  const database = await databasePid();
  const family = first.family();
  const report = await killWhileWriting(office, () => {
    // Nobody tells the server that the platform is gone.
    for (const pid of childrenOf(first.pid)) if (pid !== database) kill(pid);
    kill(first.pid);
  });
  const second = await place.start();
  expect(await databasePid()).not.toBe(database);
  await family.gone();
  await expectAllKept(second, office, report);
});

function kill(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL');
  } catch {
    // One process of several rooms is killed once.
  }
}
