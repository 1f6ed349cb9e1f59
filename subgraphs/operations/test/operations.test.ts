import { sessionFor, Store } from '@propertea/chassis/store';
import { type Identity, newId } from '@propertea/kernel';
import {
  anonymous,
  describeWith,
  operator,
  person,
  rabbitmq,
  type Send,
  staff,
  startTestRoom,
  type TestRoom,
} from '@propertea/testkit';
import operations from '../src/subgraph.js';
import { type Boxes, postgresBoxes, rabbitBoxes, ROOMS } from './support/boxes.js';

const operatorId = newId();
const organizationId = newId();

const LIST = /* GraphQL */ `
  query ($first: Int, $after: String, $filter: DeadLetterFilter) {
    deadLetters(first: $first, after: $after, filter: $filter) {
      totalCount
      pageInfo {
        hasNextPage
        endCursor
      }
      nodes {
        id
        room
        type
        attempts
        reason
        occurredAt
        diedAt
        correlationId
      }
    }
  }
`;
const REPLAY = /* GraphQL */ `
  mutation ($input: ReplayDeadLettersInput!) {
    replayDeadLetters(input: $input) {
      count
      errors {
        code
        path
      }
    }
  }
`;
const PURGE = /* GraphQL */ `
  mutation ($input: PurgeDeadLettersInput!) {
    purgeDeadLetters(input: $input) {
      count
      errors {
        code
        path
      }
    }
  }
`;
interface List {
  totalCount: number;
  pageInfo: { hasNextPage: boolean; endCursor: string };
  nodes: { id: string; type: string | null }[];
}
const typesOf = ({ nodes }: List) => nodes.map(({ type }) => type);

/** What operators do, wherever the letters lie. */
function deadLetterDesk(amqpUrl?: () => string): void {
  let running: TestRoom;
  let boxes: Boxes;
  let send: Send;
  beforeAll(async () => {
    const url = amqpUrl?.();
    running =
      url === undefined
        ? await startTestRoom(operations, {})
        : await startTestRoom(operations, { broker: { url, rooms: ROOMS } }, { amqpUrl: url });
    boxes =
      url === undefined ? postgresBoxes(running, organizationId) : rabbitBoxes(url, organizationId);
    send = running.as(operator(operatorId));
  });
  afterAll(() => running?.stop());
  beforeEach(() => boxes.empty());

  const list = async (variables: Record<string, unknown> = {}): Promise<List> => {
    const { data, errors } = await send(LIST, variables);
    expect(errors).toBeUndefined();
    return data?.['deadLetters'] as List;
  };
  it('an operator sees the dead letters of every room, the latest first, without what they say', async () => {
    await boxes.lay('properties', ['company.created.v1', null]);
    await boxes.lay('identity', ['member.added.v1'], false);
    const page = await list();
    expect(page).toMatchObject({ totalCount: 2, pageInfo: { hasNextPage: false } });
    expect(typesOf(page)).toEqual([null, 'company.created.v1']);
    expect(page.nodes[1]).toEqual({
      id: expect.stringMatching(/^properties\.[\da-f]+$/),
      room: 'properties',
      type: 'company.created.v1',
      attempts: 10,
      reason: 'cannot stomach it',
      occurredAt: '2026-11-01T10:00:00.000Z',
      diedAt: expect.anything(),
      correlationId: 'request-7',
    });
    expect(JSON.stringify(page)).not.toContain('ada@example.test');
  });

  it('they are filtered by room and type and come in pages', async () => {
    await boxes.lay('properties', ['a.one.v1', 'a.two.v1', 'a.three.v1']);
    await boxes.lay('organizations', ['a.two.v1']);
    expect(typesOf(await list({ filter: { room: 'organizations' } }))).toEqual(['a.two.v1']);
    expect((await list({ filter: { type: 'a.two.v1' } })).totalCount).toBe(2);
    const filter = { room: 'properties' };
    const first = await list({ first: 2, filter });
    expect([typesOf(first), first.totalCount, first.pageInfo.hasNextPage]).toEqual([
      ['a.three.v1', 'a.two.v1'],
      3,
      true,
    ]);
    const second = await list({ first: 2, after: first.pageInfo.endCursor, filter });
    expect([typesOf(second), second.pageInfo.hasNextPage]).toEqual([['a.one.v1'], false]);
    expect(await send(LIST, { after: 'nonsense' })).toMatchObject({
      errors: [{ extensions: { code: 'BAD_USER_INPUT' } }],
    });
  });

  it('chosen letters are on their way again, and what is alive is not touched', async () => {
    await boxes.lay('properties', ['a.one.v1', 'a.two.v1']);
    await boxes.lay('properties', ['a.live.v1'], false);
    const [second] = (await list()).nodes;
    const ids = [second?.id, 'properties.99999999', 'properties.x', 'nothing'];
    expect(await send(REPLAY, { input: { ids } })).toEqual({
      data: { replayDeadLetters: { count: 1, errors: [] } },
    });
    expect(await boxes.count('properties')).toEqual({ live: 2, dead: 1 });
    expect(typesOf(await list())).toEqual(['a.one.v1']);
  });

  it('R47: all letters of a room are deleted with a reason, and it is written down by whom', async () => {
    await boxes.lay('properties', ['a.one.v1', 'a.two.v1']);
    await boxes.lay('organizations', ['a.two.v1']);
    const input = { room: 'properties', reason: 'Made by a broken import.' };
    expect(await send(PURGE, { input })).toEqual({
      data: { purgeDeadLetters: { count: 2, errors: [] } },
    });
    expect(await boxes.count('properties')).toEqual({ live: 0, dead: 0 });
    expect(await boxes.count('organizations')).toEqual({ live: 0, dead: 1 });
    const audits = await running.sql(
      `select actor_id, persona, reason, after->>'letters' as letters, after->>'room' as room
     from operations.audit_entries where action = 'dead-letters.purged'`,
    );
    expect(audits).toEqual([
      {
        actor_id: operatorId,
        persona: 'OPERATOR',
        reason: input.reason,
        letters: '2',
        room: 'properties',
      },
    ]);
  });

  it.each([
    ['neither letters nor a room', { reason: 'x' }, ['input', 'ids']],
    ['both', { ids: ['properties.1'], room: 'properties', reason: 'x' }, ['input', 'ids']],
    ['no reason', { room: 'properties', reason: ' ' }, ['input', 'reason']],
    ['too many letters', { ids: Array(101).fill('a.1'), reason: 'x' }, ['input', 'ids']],
  ])('purging with %s is refused and deletes nothing', async (_what, input, path) => {
    await boxes.lay('properties', ['a.one.v1']);
    const { data } = await send(PURGE, { input });
    expect(data).toEqual({
      purgeDeadLetters: { count: null, errors: [{ code: 'INVALID_INPUT', path }] },
    });
    expect(await boxes.count('properties')).toEqual({ live: 0, dead: 1 });
  });

  it.each<[string, Identity, string]>([
    ['an administrator', staff(organizationId), 'FORBIDDEN'],
    ['a person', person(), 'FORBIDDEN'],
    ['nobody', anonymous, 'UNAUTHENTICATED'],
  ])('to %s there is nothing to read, to replay or to delete', async (_who, identity, code) => {
    await boxes.lay('properties', ['a.one.v1']);
    const [letter] = (await list()).nodes;
    const ids = [letter?.id];
    for (const [query, variables] of [
      [LIST, {}],
      [REPLAY, { input: { ids } }],
      [PURGE, { input: { ids, reason: 'x' } }],
    ] as const) {
      const answer = await running.as(identity)(query, variables);
      expect(answer.errors?.map(({ extensions }) => extensions?.['code'])).toEqual([code]);
      expect(JSON.stringify(answer)).not.toContain('a.one.v1');
    }
    expect(await boxes.count('properties')).toEqual({ live: 0, dead: 1 });
  });
}

describe('dead letters of the database', () => {
  deadLetterDesk();
});
describeWith(rabbitmq, 'dead letters of RabbitMQ', deadLetterDesk);

it('the database itself shows letters to operators alone, and only dead ones', async () => {
  const running = await startTestRoom(operations, {});
  const boxes = postgresBoxes(running, organizationId);
  await boxes.lay('properties', ['a.one.v1']);
  await boxes.lay('properties', ['a.live.v1'], false);
  const databaseUrl = running.database.urlFor('operations');
  const store = await Store.open({ room: 'operations', databaseUrl, poolMax: 1, entities: [] });
  const seenBy = (identity: Identity, sql: string) =>
    store.transaction(sessionFor('operations', identity), (em) => em.execute<object[]>(sql));
  const types = `select envelope->>'type' as type from bus.deliveries`;
  expect(await seenBy(operator(), types)).toEqual([{ type: 'a.one.v1' }]);
  await seenBy(operator(), 'delete from bus.deliveries');
  expect(await boxes.count('properties')).toEqual({ live: 1, dead: 0 });
  for (const identity of [staff(organizationId), person(), anonymous]) {
    await expect(seenBy(identity, types)).rejects.toThrow(/permission denied/);
    await expect(seenBy(identity, `select bus.replay_dead('{1}')`)).rejects.toThrow(
      /permission denied/,
    );
  }
  await store.close();
  await running.stop();
});
