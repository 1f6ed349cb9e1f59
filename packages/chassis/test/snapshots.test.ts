import { requestSnapshots, snapshotProgress } from '@propertea/chassis/messaging';
import { snapshotSession, Store } from '@propertea/chassis/store';
import { startTestRoom, type TestRoom } from '@propertea/testkit';
import { kiosk } from './kiosk/subgraph.js';

const PAPERS = 1_201;
let room: TestRoom;
beforeAll(async () => {
  room = await startTestRoom(kiosk, {});
  await room.sql(
    `insert into kiosk.papers (id, organization_id, code, title, copies, version, created_at, updated_at)
     select gen_random_uuid(), gen_random_uuid(), 'P' || n, 'Paper ' || n, 1, 7, now(), now() from generate_series(1, ${PAPERS}) n`,
  );
});
afterAll(() => room?.stop());

const published = () =>
  room.sql(
    `select count(*)::int as facts, count(distinct o.subject)::int as papers, count(p.id)::int as faithful
     from kiosk.outbox o left join kiosk.papers p on p.id::text = o.subject and p.organization_id = o.organization_id
       and p.version = o.sequence and p.title = o.data->>'title' where o.type = 'paper.snapshot.v1'`,
  );

it('every row of every organization is published once, batch by batch, in its organization', async () => {
  expect(await requestSnapshots(room.database.adminUrl, 'kiosk')).toEqual(['paper.snapshot.v1']);
  await room.settled();
  expect(await published()).toEqual([{ facts: PAPERS, papers: PAPERS, faithful: PAPERS }]);
  expect(await snapshotProgress(room.database.adminUrl, 'kiosk')).toEqual([
    { type: 'paper.snapshot.v1', published: PAPERS, isFinished: true },
  ]);
});

it('a room that was stopped in the middle goes on where it was', async () => {
  await room.sql(`delete from kiosk.outbox where type = 'paper.snapshot.v1'`);
  await requestSnapshots(room.database.adminUrl, 'kiosk');
  // As a room leaves it that stops after the first batch.
  await room.sql(
    `update kiosk.snapshots set published = 500, after = (select id from kiosk.papers order by id offset 499 limit 1)`,
  );
  await room.settled();
  expect(await published()).toEqual([
    { facts: PAPERS - 500, papers: PAPERS - 500, faithful: PAPERS - 500 },
  ]);
});

it('who publishes snapshots reads only what the room allows and sends nothing else', async () => {
  const databaseUrl = room.database.urlFor('kiosk');
  const store = await Store.open({ room: 'kiosk', databaseUrl, poolMax: 1, entities: [] });
  const run = (sql: string) =>
    store.transaction(snapshotSession('kiosk'), (em) => em.execute<object[]>(sql));
  await expect(run('select count(*) from kiosk.sightings')).rejects.toThrow(/permission denied/);
  await expect(run('update kiosk.papers set title = title')).rejects.toThrow(/permission denied/);
  await expect(
    run(`insert into kiosk.outbox (id, type, subject, sequence, at, correlation_id, data)
         values (gen_random_uuid(), 'paper.printed.v1', 'x', 1, now(), 'x', '{}')`),
  ).rejects.toThrow(/row-level security/);
  await store.close();
});
