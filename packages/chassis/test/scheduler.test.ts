import { executeCommand, Store } from '@propertea/chassis/store';
import { newId } from '@propertea/kernel';
import {
  eventually,
  person,
  staff,
  startTestRoom,
  TestClock,
  type TestRoom,
} from '@propertea/testkit';
import { planEdition } from './kiosk/edition.js';
import { kiosk } from './kiosk/subgraph.js';

const clock = new TestClock(new Date('2026-03-01T12:00:00.000Z'));
let room: TestRoom;
let store: Store;
beforeAll(async () => {
  room = await startTestRoom(kiosk, {}, { clock });
  const databaseUrl = room.database.urlFor('kiosk');
  store = await Store.open({ room: 'kiosk', databaseUrl, poolMax: 2, entities: [] });
});
afterAll(async () => {
  await store?.close();
  await room?.stop();
});

const plan = (key: string, dueAt: Date, organizationId = newId(), keepsSet = false) =>
  executeCommand(
    { store, clock, violations: {}, published: () => undefined },
    planEdition,
    { key, dueAt, keepsSet },
    { identity: staff(organizationId), requestId: newId(), traceparent: null },
  );
const later = (seconds: number) => new Date(clock.now().getTime() + seconds * 1_000);
const editions = (key: string) =>
  room.sql<{ due_at: Date; pid: number }>(
    'select due_at, pid from kiosk.editions where key = $1 order by number',
    [key],
  );
const rowOf = async (key: string) => {
  const [row] = await room.sql<{
    due_at: Date;
    attempts: number;
    available_at: Date;
    last_error: string;
  }>('select due_at, attempts, available_at, last_error from kiosk.schedules where key = $1', [
    key,
  ]);
  return row;
};
const other = () => startTestRoom(kiosk, {}, { database: room.database, clock });

it('a moment is run when it comes, not before, and the next one is set with its effect', async () => {
  const due = later(60);
  await plan('morning', due);
  await room.settled();
  expect(await editions('morning')).toEqual([]);
  clock.advance({ seconds: 60 });
  await room.settled();
  expect(await editions('morning')).toMatchObject([{ due_at: due }]);
  expect((await rowOf('morning'))?.due_at).toEqual(new Date(due.getTime() + 86_400_000));
});

it('a schedule that has no next moment leaves no row', async () => {
  await plan('last', clock.now());
  await room.settled();
  expect(await editions('last')).toHaveLength(1);
  expect(await rowOf('last')).toBeUndefined();
});

it('after downtime every missed moment is run by date, over all keys of the organization', async () => {
  const organizationId = newId();
  const start = later(-3 * 86_400);
  await plan('missed b', new Date(start.getTime() + 1_000), organizationId);
  await plan('missed a', start, organizationId);
  await room.settled();
  const seen = await room.sql<{ key: string; due_at: Date }>(
    'select key, due_at from kiosk.editions where organization_id = $1 order by number',
    [organizationId],
  );
  expect(seen.map(({ key }) => key)).toEqual([
    'missed a',
    'missed b',
    'missed a',
    'missed b',
    'missed a',
    'missed b',
    'missed a',
  ]);
  const dates = seen.map(({ due_at }) => due_at.getTime());
  expect(dates).toEqual(dates.toSorted((a, b) => a - b));
});

it('a clock that jumps forward runs what was left out once each, and back again runs nothing twice', async () => {
  await plan('jumping', clock.now());
  await room.settled();
  clock.advance({ days: 4 });
  await room.settled();
  expect(await editions('jumping')).toHaveLength(5);
  clock.advance({ days: -2 });
  await room.settled();
  clock.advance({ days: 2 });
  await room.settled();
  expect(await editions('jumping')).toHaveLength(5);
});

it('two processes run each moment of many keys once', async () => {
  const second = await other();
  const due = later(-9 * 86_400);
  await Promise.all(
    Array.from({ length: 12 }, (_, index) => plan(`shared ${index}`, due, newId())),
  );
  await Promise.all([room.settled(), second.settled()]);
  const seen = await room.sql<{ key: string; due_at: Date; times: number }>(
    `select key, due_at, count(*)::int as times from kiosk.editions where key like 'shared %' group by 1, 2`,
  );
  expect(seen).toHaveLength(12 * 10);
  expect(seen.filter(({ times }) => times !== 1)).toEqual([]);
  await second.stop();
});

it('a run whose process dies in the middle is run once more by another, its effect once', async () => {
  await room.sql('select pg_advisory_lock(4711)'); // held until the backend below is found
  const [holder] = await room.sql<{ pid: number }>(
    `select pid from pg_locks where locktype = 'advisory' and objid = 4711 and granted`,
  );
  await plan('slow', clock.now());
  const waiting = () =>
    room.sql<{ pid: number }>(
      `select pid from pg_locks where locktype = 'advisory' and objid = 4711 and not granted`,
    );
  void room.room.isIdle();
  const killed = new Set<number>();
  // The failure is noted with its pause; the next try comes after it. Where the note is lost as well, a poll tries before.
  await eventually(
    async () => {
      for (const { pid } of await waiting()) {
        killed.add(pid);
        await room.sql('select pg_terminate_backend($1)', [pid]);
      }
      return rowOf('slow');
    },
    (row) => row?.attempts === 1,
  );
  expect(killed.size).toBeGreaterThan(0);
  clock.advance({ seconds: 1 });
  void room.room.isIdle();
  await eventually(waiting, ([row]) => row !== undefined && !killed.has(row.pid));
  await room.sql('select pg_terminate_backend($1)', [holder?.pid]).catch(() => undefined);
  await room.settled();
  expect(await editions('slow')).toHaveLength(1);
});

it('a failing key waits longer after every try and holds no other up', async () => {
  const organizationId = newId();
  const due = clock.now();
  await plan('torn', due, organizationId);
  await plan('whole', later(1), organizationId);
  const pauses: number[] = [];
  for (let attempt = 1; attempt <= 10; attempt++) {
    await room.settled();
    const row = await rowOf('torn');
    expect(row).toMatchObject({ attempts: attempt, due_at: due, last_error: 'the press tore it' });
    const pause = ((row?.available_at.getTime() ?? 0) - clock.now().getTime()) / 1_000;
    pauses.push(pause);
    clock.advance({ seconds: pause });
  }
  expect(pauses).toEqual([1, 2, 4, 8, 16, 32, 64, 128, 256, 300]);
  expect(await editions('torn')).toEqual([]);
  expect(await editions('whole')).toHaveLength(1);
});

it('a schedule that does not move on is a failure, not an endless run', async () => {
  await plan('stuck', clock.now());
  await room.settled();
  expect((await rowOf('stuck'))?.last_error).toMatch(/must be due next after/);
  expect(await editions('stuck')).toEqual([]);
});

it('a moment that is set again is moved, or stays where it must not be skipped', async () => {
  const organizationId = newId();
  const [first, second, third] = [later(3_600), later(7_200), later(9_000)];
  await plan('moved', first, organizationId);
  await plan('moved', second, organizationId);
  expect((await rowOf('moved'))?.due_at).toEqual(second);
  await plan('moved', third, organizationId, true);
  expect((await rowOf('moved'))?.due_at).toEqual(second);
});

it('R46: a request reaches the schedules of its own organization only, and reads nothing of how they went', async () => {
  const [mine, foreign] = [newId(), newId()];
  await plan('secret', later(3_600), foreign);
  const asStaff = <T>(sql: string, values: unknown[] = []) =>
    store.transaction(
      { role: 'kiosk_staff', variables: { 'app.organization_id': mine, 'app.user_id': '' } },
      (em) => em.execute<T[]>(sql, values),
    );
  expect(await asStaff('select name, key from kiosk.schedules')).toEqual([]);
  expect(
    await asStaff(`update kiosk.schedules set due_at = now() where true returning key`),
  ).toEqual([]);
  await expect(
    asStaff(
      `insert into kiosk.schedules (organization_id, name, key, due_at, available_at) values (?, 'x', 'x', now(), now())`,
      [foreign],
    ),
  ).rejects.toThrow(/row-level security/);
  await expect(asStaff('select last_error from kiosk.schedules')).rejects.toThrow(
    /permission denied/,
  );
  await expect(asStaff('delete from kiosk.schedules')).rejects.toThrow(/permission denied/);
  const nobody = { role: 'kiosk_person', variables: { 'app.user_id': person().subject ?? '' } };
  await expect(
    store.transaction(nobody, (em) => em.execute('select key from kiosk.schedules')),
  ).rejects.toThrow(/permission denied/);
});
