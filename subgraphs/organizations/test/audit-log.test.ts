import { encodeId, newId } from '@propertea/kernel';
import { TestClock, type TestRoom } from '@propertea/testkit';
import {
  ask,
  call,
  createCompany,
  deliver,
  faultOf,
  type Office,
  registerOffice,
  startOffice,
  unknown,
} from './office.js';

const clock = new TestClock(new Date('2026-05-01T08:00:00Z'));
let room: TestRoom;
let office: Office;
let companyId: string;
beforeAll(async () => {
  room = await startOffice({ clock });
  office = await registerOffice(room);
  clock.advance({ days: 1 });
  companyId = await createCompany(office, { code: 'A', name: 'Acme' });
  clock.advance({ days: 1 });
  await call(office.administrator, 'changeCompany', {
    companyId,
    version: 1,
    code: 'B',
    name: 'Acme',
  });
  await deliver(
    room,
    'audit.recorded.v1',
    {
      entries: [
        {
          entryId: newId(),
          room: 'properties',
          aggregateType: 'Property',
          aggregateId: newId(),
          action: 'property.created',
          at: clock.now().toISOString(),
          actor: { userId: office.administratorId, persona: 'STAFF' },
          before: null,
          after: { code: 'P1' },
          reason: null,
          requestId: null,
        },
      ],
    },
    { source: 'properties', organizationId: office.uuid },
  );
  await room.settled();
});
afterAll(() => room?.stop());

const LOG = `query($f: AuditLogFilter, $first: Int, $after: String) { auditLog(filter: $f, first: $first, after: $after) {
  totalCount nodes { id action aggregateType aggregateId at before after actor { id } } pageInfo { hasNextPage endCursor } } }`;
const log = async (f: object = {}, page: object = {}) =>
  (await ask(office.administrator, LOG, { f, ...page }))['auditLog'];
const actions = async (f: object = {}) =>
  (await log(f)).nodes.map(({ action }: { action: string }) => action);

it('R47: what every room did is in the log, newest first, through outbox, bus and inbox', async () => {
  expect(await actions()).toEqual([
    'property.created',
    'company.changed',
    'company.created',
    'grant.added',
    'member.added',
    'organization.registered',
  ]);
  const { nodes, totalCount } = await log({}, { first: 2 });
  expect(totalCount).toBe(6);
  expect(nodes[1]).toEqual({
    id: expect.stringMatching(/^audit_/),
    action: 'company.changed',
    aggregateType: 'Company',
    aggregateId: companyId,
    at: '2026-05-03T08:00:00.000Z',
    before: { code: 'A' },
    after: { code: 'B' },
    actor: { id: encodeId('User', office.administratorId) },
  });
});

it.each([
  ['kind', () => ({ aggregateType: 'Company' }), ['company.changed', 'company.created']],
  ['object', () => ({ aggregateId: companyId }), ['company.changed', 'company.created']],
  ['object of nobody', () => ({ aggregateId: unknown('Company') }), []],
  ['nonsense for an object', () => ({ aggregateId: 'ƒ†'.repeat(250_000) }), []],
  [
    'person',
    () => ({ actorId: encodeId('User', office.administratorId), aggregateType: 'Property' }),
    ['property.created'],
  ],
  ['stranger', () => ({ actorId: unknown('User') }), []],
  ['beginning', () => ({ from: '2026-05-03T08:00:00Z' }), ['property.created', 'company.changed']],
  [
    'end',
    () => ({ until: '2026-05-02T08:00:00Z' }),
    ['grant.added', 'member.added', 'organization.registered'],
  ],
  [
    'span',
    () => ({ from: '2026-05-02T08:00:00Z', until: '2026-05-02T08:00:00.001Z' }),
    ['company.created'],
  ],
] as [string, () => object, string[]][])(
  'the log is filtered by %s',
  async (_what, filter, expected) => {
    expect(await actions(filter())).toEqual(expected);
  },
);

it('the log comes in pages', async () => {
  const seen: string[] = [];
  let after: string | null = null;
  for (let turn = 0; turn < 6; turn++) {
    const page: any = await log({}, { first: 1, after });
    seen.push(...page.nodes.map(({ action }: { action: string }) => action));
    expect(page.pageInfo.hasNextPage).toBe(turn < 5);
    after = page.pageInfo.endCursor;
  }
  expect(seen).toEqual(await actions());
});

it('R46: the log is the administrators’ of one organization', async () => {
  const other = await registerOffice(room);
  await room.settled();
  const { auditLog } = await ask(other.administrator, LOG);
  expect(auditLog.totalCount).toBe(3);
  expect(await ask(other.administrator, LOG, { f: { aggregateId: companyId } })).toMatchObject({
    auditLog: { nodes: [] },
  });
  for (const role of ['PROPERTY_MANAGER', 'ACCOUNTANT', 'VIEWER'] as const) {
    expect(await faultOf(office.with(role)(LOG))).toBe('FORBIDDEN');
  }
});

it('R50: an entry that comes twice is in the log once', async () => {
  const other = await registerOffice(room);
  await room.settled();
  await room.sql(
    `insert into bus.deliveries (queue, envelope)
     select 'organizations', jsonb_build_object('specversion', '1.0', 'id', id, 'type', type, 'source', '/rooms/organizations',
       'dataschema', 'x', 'subject', subject, 'sequence', sequence, 'time', to_char(at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"'),
       'correlationid', correlation_id, 'causationid', null, 'organizationid', organization_id, 'traceparent', null, 'data', data)
     from organizations.outbox where organization_id = $1 and type = 'audit.recorded.v1'`,
    [other.uuid],
  );
  await room.settled();
  expect((await ask(other.administrator, LOG))['auditLog'].totalCount).toBe(3);
});
