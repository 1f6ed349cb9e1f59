import { newId } from '@propertea/kernel';
import { eventually, staff, startTestRoom, TestClock, type TestRoom } from '@propertea/testkit';
import { kiosk } from './kiosk/subgraph.js';

const clock = new TestClock();
let room: TestRoom;
beforeAll(async () => {
  room = await startTestRoom(kiosk, {}, { clock });
});
afterAll(() => room?.stop());

const PRINT =
  'mutation($input: PrintPaperInput!) { printPaper(input: $input) { id errors { code } } }';
const print = (title: string, code = newId().slice(-10).toUpperCase()) =>
  room.as(staff(newId()))(PRINT, { input: { code, title } });
const sightings = (title: string) =>
  room.sql<{ event_id: string; pid: number }>(
    'select event_id, pid from kiosk.sightings where title = $1',
    [title],
  );
const waiting = (title: string) =>
  room.sql<{ attempts: number; pause: number; dead_at: Date | null; last_error: string | null }>(
    `select attempts, extract(epoch from available_at - now())::float as pause, dead_at, last_error
     from bus.deliveries where envelope->'data'->>'title' = $1`,
    [title],
  );
/** Lets the next try be due, as time would. */
const hurry = (title: string) =>
  room.sql(
    `with due as (update bus.deliveries set available_at = now() where envelope->'data'->>'title' = $1)
     select pg_notify('bus', 'kiosk')`,
    [title],
  );

const envelope = (title: string, changes: object = {}) => ({
  specversion: '1.0',
  id: newId(),
  type: 'paper.printed.v1',
  source: '/rooms/kiosk',
  dataschema: 'urn:propertea:events:paper.printed.v1',
  subject: newId(),
  sequence: 1,
  time: new Date().toISOString(),
  correlationid: newId(),
  causationid: null,
  organizationid: newId(),
  traceparent: null,
  data: { title },
  ...changes,
});
const deliver = (message: object) =>
  room.sql(
    `with sent as (insert into bus.deliveries (queue, envelope) values ('kiosk', $1))
     select pg_notify('bus', 'kiosk')`,
    [JSON.stringify(message)],
  );

it('a fact travels from the outbox over the bus into the effect, exactly once', async () => {
  await print('Tribune');
  await eventually(
    () => sightings('Tribune'),
    ({ length }) => length === 1,
  );
  await room.settled();
  expect(await waiting('Tribune')).toEqual([]);
  const [row] = await room.sql(
    `select o.published_at is not null as published, i.event_id is not null as received
     from kiosk.outbox o left join kiosk.inbox i on i.event_id = o.id and i.organization_id = o.organization_id
     where o.type = 'paper.printed.v1'`,
  );
  expect(row).toEqual({ published: true, received: true });
});

it('R50: a fact that comes twice is applied once', async () => {
  const message = envelope('Twice');
  await deliver(message);
  await deliver(message);
  await eventually(
    () => sightings('Twice'),
    ({ length }) => length > 0,
  );
  await room.settled();
  expect(await sightings('Twice')).toHaveLength(1);
  await deliver(message);
  await room.settled();
  expect(await sightings('Twice')).toHaveLength(1);
});

it('the same event id in two organizations is two facts', async () => {
  const id = newId();
  await deliver(envelope('Namesake', { id }));
  await deliver(envelope('Namesake', { id }));
  await eventually(
    () => sightings('Namesake'),
    ({ length }) => length === 2,
  );
});

it('a long queue is taken in the order in which it was filled', async () => {
  const organizationid = newId();
  const messages = Array.from({ length: 250 }, () => envelope('In order', { organizationid }));
  await room.sql(
    `with sent as (
       insert into bus.deliveries (queue, envelope) select 'kiosk', e from jsonb_array_elements($1) with ordinality as all_of(e, n) order by n
     ) select pg_notify('bus', 'kiosk')`,
    [JSON.stringify(messages)],
  );
  await room.settled();
  const seen = await room.sql<{ event_id: string }>(
    `select event_id from kiosk.sightings where title = 'In order' order by ctid`,
  );
  expect(seen.map(({ event_id: id }) => id)).toEqual(messages.map(({ id }) => id));
});

it('a fact that is refused waits longer after every try, and is dead after the tenth', async () => {
  await print('poison');
  const pauses: number[] = [];
  for (let attempt = 1; attempt <= 10; attempt++) {
    const [letter] = await eventually(
      () => waiting('poison'),
      ([seen]) => seen?.attempts === attempt,
    );
    expect(letter?.last_error).toBe('cannot stomach it');
    expect(letter?.dead_at === null).toBe(attempt < 10);
    pauses.push(Math.ceil(letter?.pause ?? 0));
    if (attempt < 10) await hurry('poison');
  }
  expect(pauses).toEqual([1, 2, 4, 8, 16, 32, 64, 128, 256, 300]);
  expect(await sightings('poison')).toEqual([]);
  expect(await room.room.isIdle()).toBe(true);
});

it.each([
  ['is not an envelope', { specversion: '0.1' }],
  ['does not hold to its contract', { data: { title: 7 } }],
  ['comes from a room that may not publish its type', { source: '/rooms/elsewhere' }],
])('what %s is refused and holds nothing up', async (what, changes) => {
  const message = envelope(what, changes);
  await deliver(message);
  await deliver(envelope(`behind ${what}`));
  await eventually(
    () => sightings(`behind ${what}`),
    ({ length }) => length === 1,
  );
  // What came behind may be done before the refusal is written down: they are worked on side by side.
  await eventually(
    () =>
      room.sql(
        `delete from bus.deliveries where envelope->>'id' = $1 and attempts > 0 returning attempts`,
        [message.id],
      ),
    ({ length }) => length === 1,
  );
  expect(await sightings(what)).toEqual([]);
});

it('a room cannot publish in another room’s name', async () => {
  const spoof = `set role kiosk_worker; insert into bus.deliveries (queue, envelope) values ('identity', '{"source":"/rooms/identity"}')`;
  await expect(room.sql(`begin; ${spoof}; commit`)).rejects.toThrow('row-level security');
  await room.sql('rollback; reset role');
});

it('two processes of a room share its queue; each fact is applied by one', async () => {
  const second = await startTestRoom(kiosk, {}, { database: room.database });
  const titles = Array.from({ length: 40 }, (_, index) => `shared ${index}`);
  await Promise.all(titles.map((title) => deliver(envelope(title))));
  const seen = () =>
    room.sql<{ title: string; pid: number }>(
      `select title, pid from kiosk.sightings where title like 'shared %'`,
    );
  const all = await eventually(seen, ({ length }) => length >= titles.length);
  await room.settled();
  expect(await seen()).toHaveLength(titles.length);
  expect(new Set(all.map(({ pid }) => pid)).size).toBeGreaterThan(1);
  await second.stop();
});

it('facts published a week ago and receipts of five weeks ago are discarded, younger ones stay', async () => {
  await room.settled();
  await room.sql(
    `insert into kiosk.outbox (id, type, subject, sequence, at, correlation_id, data, published_at)
     select gen_random_uuid(), 'old.fact.v1', 'x', 1, now(), 'x', '{}', now() - interval '6 days 23 hours' from generate_series(1, 1500)`,
  );
  await room.sql(
    `insert into kiosk.inbox (organization_id, event_id, at)
     select gen_random_uuid(), gen_random_uuid(), now() - interval '34 days 23 hours' from generate_series(1, 1500)`,
  );
  const left = () =>
    room.sql<{ facts: number; receipts: number }>(
      `select (select count(*)::int from kiosk.outbox where type = 'old.fact.v1') as facts,
         (select count(*)::int from kiosk.inbox where at < now() - interval '30 days') as receipts`,
    );
  const tidied = async (now: TestClock, facts: number) => {
    const tidying = await startTestRoom(kiosk, {}, { database: room.database, clock: now });
    await eventually(left, ([row]) => row?.facts === facts && row.receipts === facts);
    await tidying.stop();
    return left();
  };
  const later = new TestClock();
  later.advance({ days: 60 });
  // A clock that is ahead discards nothing.
  expect(await tidied(later, 1500)).toEqual([{ facts: 1500, receipts: 1500 }]);
  await room.sql(`update kiosk.outbox set published_at = published_at - interval '2 hours'`);
  await room.sql(`update kiosk.inbox set at = at - interval '2 hours'`);
  expect(await tidied(new TestClock(), 0)).toEqual([{ facts: 0, receipts: 0 }]);
});
