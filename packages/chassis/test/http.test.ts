import { once } from 'node:events';
import { request } from 'node:http';
import { connect } from 'node:net';
import { ASSERTION_HEADER, newId, REQUEST_ID_HEADER } from '@propertea/kernel';
import {
  eventually,
  freePort,
  person,
  staff,
  startTestRoom,
  type TestRoom,
} from '@propertea/testkit';
import { kiosk } from './kiosk/subgraph.js';

let room: TestRoom;
let url: string;
beforeAll(async () => {
  const port = await freePort();
  url = `http://127.0.0.1:${port}`;
  room = await startTestRoom(kiosk, {}, { port });
});
afterAll(() => room?.stop());

async function post(body: string, headers: Record<string, string> = room.headersFor(person())) {
  const answer = await fetch(`${url}/graphql`, { method: 'POST', body, headers });
  return { status: answer.status, body: await answer.json() };
}

const code = (value: string) => ({
  errors: [expect.objectContaining({ extensions: { code: value } })],
});

it('health and readiness are open, with the hash of the served schema', async () => {
  expect(await (await fetch(`${url}/health`)).json()).toEqual({ status: 'ok' });
  const ready = await fetch(`${url}/ready`);
  expect(ready.status).toBe(200);
  expect(await ready.json()).toEqual({
    status: 'ready',
    room: 'kiosk',
    sdlHash: room.room.sdlHash,
  });
  expect((await fetch(`${url}/elsewhere`)).status).toBe(404);
});

it('GraphQL is answered with an assertion and refused with 401 without', async () => {
  const query = JSON.stringify({ query: '{ open }' });
  expect(await post(query)).toEqual({ status: 200, body: { data: { open: 'yes' } } });
  expect(await post(query, {})).toEqual({ status: 401, body: code('UNAUTHENTICATED') });
  const foreign = { [ASSERTION_HEADER]: 'a.b.c', [REQUEST_ID_HEADER]: newId() };
  expect(await post(query, foreign)).toEqual({ status: 401, body: code('UNAUTHENTICATED') });
});

it.each([
  ['nothing', ''],
  ['no JSON', '{ open }'],
  ['a list', '[{"query":"{ open }"}]'],
  ['no query', '{"variables":{}}'],
  ['a query that is no text', '{"query":{}}'],
  ['variables that are no object', '{"query":"{ open }","variables":[1]}'],
  ['500 KB of nonsense', 'ƒ†«\0'.repeat(100_000)],
])('a body of %s is refused', async (_what, body) => {
  expect(await post(body)).toEqual({ status: 400, body: code('BAD_USER_INPUT') });
});

it('only POST is answered', async () => {
  const answer = await fetch(`${url}/graphql?query={open}`);
  expect([answer.status, await answer.json()]).toEqual([405, code('BAD_USER_INPUT')]);
});

it('a body beyond 8 MB is refused with an answer, and the room goes on', async () => {
  const body = JSON.stringify({
    query: '{ open }',
    variables: { text: 'x'.repeat(9 * 1024 * 1024) },
  });
  expect(await post(body)).toEqual({ status: 413, body: code('BAD_USER_INPUT') });
  expect((await post(JSON.stringify({ query: '{ open }' }))).status).toBe(200);
});

it('a body without end is cut off', async () => {
  const sending = request(`${url}/graphql`, { method: 'POST', headers: room.headersFor(person()) });
  const closed = new Promise<void>((resolve) => {
    sending.once('error', () => resolve());
    sending.once('response', () => resolve());
  });
  const chunk = Buffer.alloc(1024 * 1024, 'x');
  let sent = 0;
  const pump = (): void => {
    while (!sending.destroyed && sent++ < 200)
      if (!sending.write(chunk)) return void sending.once('drain', pump);
  };
  pump();
  await closed;
  expect(sent).toBeLessThan(200);
  sending.destroy();
});

it('a request in flight is finished when the room stops, also on a connection that is kept', async () => {
  const port = await freePort();
  const stopping = await startTestRoom(kiosk, {}, { port, database: room.database });
  const headers = stopping.headersFor(staff(newId()));
  const ask = (query: string) =>
    fetch(`http://127.0.0.1:${port}/graphql`, {
      method: 'POST',
      headers,
      body: JSON.stringify({ query }),
    });
  await (await ask('{ open }')).json();
  // Long enough to be seen, on a busy machine too.
  const names = Array.from({ length: 12 }, (_, index) => `s${index}`);
  const slow = `{ ${names.map((name) => `${name}: slow`).join(' ')} }`;
  const overHttp = ask(slow);
  const inProcess = stopping.as(staff(newId()))(slow);
  await eventually(
    () =>
      room.sql(
        `select from pg_stat_activity where state = 'active' and query like '%pg_sleep%' and pid <> pg_backend_pid()`,
      ),
    (running) => running.length >= 2,
  );
  await stopping.stop();
  const done = { data: Object.fromEntries(names.map((name) => [name, 'done'])) };
  expect(await (await overHttp).json()).toEqual(done);
  expect(await inProcess).toEqual(done);
  await expect(ask('{ open }')).rejects.toThrow('fetch failed');
});

it('a room stops at once, whatever connections are kept or were never used up', async () => {
  const port = await freePort();
  const stopping = await startTestRoom(kiosk, {}, { port, database: room.database });
  const half = connect(port, '127.0.0.1');
  half.write('PUT /graphql HTTP/1.1\r\nhost: room\r\ncontent-length: 9000000\r\n\r\n{');
  const [answer] = (await once(half, 'data')) as [Buffer];
  expect(answer.toString()).toContain('HTTP/1.1 405');
  const silent = connect(port, '127.0.0.1');
  await once(silent, 'connect');
  const closed = Promise.all([once(half, 'close'), once(silent, 'close')]);
  await stopping.stop();
  await closed;
}, 20_000);
