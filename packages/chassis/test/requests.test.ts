import { newId } from '@propertea/kernel';
import {
  eventually,
  person,
  staff,
  startTestRoom,
  isOfRequest,
  statementsOf,
  type TestRoom,
} from '@propertea/testkit';
import { kiosk } from './kiosk/subgraph.js';

let room: TestRoom;
beforeAll(async () => {
  room = await startTestRoom(kiosk, {}, { poolMax: 3 });
});
afterAll(() => room?.stop());

const PRINT =
  'mutation($input: PrintPaperInput!) { printPaper(input: $input) { id errors { code path } } }';
const codes = (answer: { errors?: readonly { extensions?: Record<string, unknown> }[] }) =>
  answer.errors?.map(({ extensions }) => extensions?.['code']);

it('a request reads in one transaction: one statement to begin, one a list, one a count, one to end', async () => {
  const send = room.as(staff(newId()));
  await send('{ papers { nodes { id } } }');
  await room.settled();
  const list = await statementsOf(() => send('{ papers { nodes { id title } } }'));
  expect(list.filter(isOfRequest)).toEqual([
    expect.stringMatching(/^begin.*read only.*set local role "kiosk_staff".*set_config/s),
    expect.stringMatching(/^select .* from "kiosk"."papers"/s),
    'rollback',
  ]);
  const counted = await statementsOf(() => send('{ papers { totalCount nodes { id } } }'));
  expect(counted.filter(isOfRequest)).toHaveLength(4);
  const twice = await statementsOf(() =>
    send('{ a: papers { nodes { id } } b: papers(first: 3) { nodes { id } } }'),
  );
  expect(twice.filter(isOfRequest)).toHaveLength(4);
});

it('a request that asks nothing of the database costs no connection', async () => {
  const statements = await statementsOf(() => room.as(person())('{ open }'));
  expect(statements.filter(isOfRequest)).toEqual([]);
});

it('two hundred failing requests leave every connection in the pool', async () => {
  const send = room.as(staff(newId()));
  const answers = await Promise.all(
    Array.from({ length: 200 }, () => send('{ slow broken papers { nodes { id } } }')),
  );
  // On a busy machine some of them also wait in vain for a connection.
  for (const answer of answers) expect(new Set(codes(answer))).toEqual(new Set(['INTERNAL']));
  const left = await Promise.all(Array.from({ length: 6 }, () => send('{ slow }')));
  expect(left).toEqual(Array.from({ length: 6 }, () => ({ data: { slow: 'done' } })));
  const idle = () =>
    room.sql<{ n: number }>(
      `select count(*)::int as n from pg_stat_activity where datname = current_database()
       and application_name = 'propertea kiosk' and state like 'idle in transaction%'`,
    );
  await eventually(idle, ([row]) => row?.n === 0);
});

it('no stack trace and no SQL leaves, and the request can be quoted', async () => {
  const { errors } = await room.as(staff(newId()))('{ broken }');
  expect(errors).toEqual([
    expect.objectContaining({
      message: expect.stringMatching(
        /^Something went wrong on our side\. Quote request [0-9a-f-]{36}\.$/,
      ),
      extensions: { code: 'INTERNAL' },
    }),
  ]);
});

it('backends killed in mid-transaction give their pool slots back', async () => {
  const send = room.as(staff(newId()));
  for (let round = 0; round < 2; round++) {
    const sleeping: Promise<unknown>[] = [];
    await eventually(
      () => {
        sleeping.push(send('{ slow slower: slow }'));
        return room.sql(
          `select pg_terminate_backend(pid) from pg_stat_activity
           where application_name = 'propertea kiosk' and datname = current_database() and query like '%pg_sleep%'`,
        );
      },
      (killed) => killed.length > 0,
    );
    await Promise.all(sleeping);
  }
  const after = await Promise.all(Array.from({ length: 6 }, () => send('{ slow }')));
  expect(after).toEqual(Array.from({ length: 6 }, () => ({ data: { slow: 'done' } })));
});

it('each root mutation is a transaction of its own: the second fails, the first stays', async () => {
  const organization = newId();
  const send = room.as(staff(organization));
  const answer = await send(
    `mutation { one: printPaper(input: { code: "A", title: "first" }) { id errors { code } }
      two: printPaper(input: { code: "B", title: "torn" }) { id errors { code } }
      three: printPaper(input: { code: "A", title: "third" }) { id errors { code path } } }`,
  );
  expect(answer.data).toEqual({
    one: { id: expect.any(String), errors: [] },
    two: null,
    three: { id: null, errors: [{ code: 'CODE_TAKEN', path: ['input', 'code'] }] },
  });
  expect(codes(answer)).toEqual(['INTERNAL']);
  const { data } = await send('{ papers { nodes { code } totalCount } }');
  expect(data).toEqual({ papers: { nodes: [{ code: 'A' }], totalCount: 1 } });
});

it('a command that fails leaves no trace: no state, no history, no fact', async () => {
  const organization = newId();
  const send = room.as(staff(organization));
  await send(PRINT, { input: { code: 'A', title: 'torn' } });
  const [left] = await room.sql(
    `select (select count(*)::int from kiosk.papers where organization_id = $1) as papers,
       (select count(*)::int from kiosk.audit_entries where organization_id = $1) as audits,
       (select count(*)::int from kiosk.outbox where organization_id = $1) as facts`,
    [organization],
  );
  expect(left).toEqual({ papers: 0, audits: 0, facts: 0 });
});

it('what no column can hold is refused where it stands', async () => {
  const send = room.as(staff(newId()));
  for (const title of ['a\0b', 'half \ud83d of a pair']) {
    const { data } = await send(PRINT, { input: { code: 'A', title } });
    expect(data).toEqual({
      printPaper: { id: null, errors: [{ code: 'INVALID_INPUT', path: ['input', 'title'] }] },
    });
  }
  expect(codes(await send('{ papers(filter: { title: "\\u0000" }) { nodes { id } } }'))).toEqual([
    'BAD_USER_INPUT',
  ]);
});

it('500 KB of nonsense is refused in a short answer', async () => {
  const send = room.as(staff(newId()));
  const nonsense = 'ƒ†«'.repeat(100_000);
  const answers = [
    await send(PRINT, { input: { code: 'A', title: nonsense } }),
    await send(PRINT, { input: nonsense }),
    await send(PRINT, { input: { code: 'A', title: 'a', [nonsense]: 1 } }),
    await send(nonsense),
    await send(`{ papers(after: "${nonsense}") { nodes { id } } }`),
    await send(`{ papers(first: 101) { nodes { id } } }`),
  ];
  for (const answer of answers) {
    expect(JSON.stringify(answer).length).toBeLessThan(2_000);
    expect(JSON.stringify(answer)).toMatch(/INVALID_INPUT|BAD_USER_INPUT/);
  }
});

it('the schema’s marks hold in the room, whatever the gateway let through', async () => {
  const anonymous = { ...person(), subject: null, persona: 'ANONYMOUS' as const };
  expect(codes(await room.as(anonymous)('{ papers { nodes { id } } }'))).toEqual([
    'UNAUTHENTICATED',
  ]);
  expect(codes(await room.as(anonymous)(PRINT, { input: { code: 'A', title: 'a' } }))).toEqual([
    'UNAUTHENTICATED',
  ]);
  expect(codes(await room.as(anonymous)('{ ledger { balance } }'))).toEqual(['UNAUTHENTICATED']);
  expect(codes(await room.as(person())('{ ledger { balance } }'))).toEqual(['FORBIDDEN']);
  const operator = { ...person(), persona: 'OPERATOR' as const, scopes: ['operator'] };
  expect(await room.as(operator)('{ ledger { balance } }')).toEqual({
    data: { ledger: { balance: '0' } },
  });
  expect(codes(await room.as(operator)('{ papers { nodes { id } } }'))).toEqual(['BAD_USER_INPUT']);
  expect(await room.as(anonymous)('{ open }')).toEqual({ data: { open: 'yes' } });
});
