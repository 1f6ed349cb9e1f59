import { createHash } from 'node:crypto';
import { decodeId, encodeId, type Identity, newId, systemIdentity } from '@propertea/kernel';
import { TestClock, type TestRoom } from '@propertea/testkit';
import {
  addMember,
  announceProperty,
  ask,
  call,
  createCompany,
  faultOf,
  longAgo,
  type Office,
  registerOffice,
  startOffice,
} from './office.js';

const clock = new TestClock(new Date('2026-05-01T08:00:00Z'));
const inDays = (days: number) => new Date(clock.now().getTime() + days * 86_400_000).toISOString();
let room: TestRoom;
let office: Office;
let other: Office;
beforeAll(async () => {
  room = await startOffice({ clock });
  office = await registerOffice(room);
  other = await registerOffice(room);
});
afterAll(() => room?.stop());

const CLIENT = `apiClient { id name scopes state version expiresAt revokedAt lastUsedAt createdBy { id }
  grants { role reachKind company { id } property { id } } keys { id lastFour expiresAt lastUsedAt } }`;
const details = (given: object = {}) => ({
  name: 'Bookkeeping',
  scopes: ['LEASING_READ', 'PROPERTIES_READ'],
  grants: [{ role: 'VIEWER' }],
  ...given,
});
const create = (given: object = {}, send = office.administrator) =>
  call(send, 'createApiClient', details(given), `${CLIENT} key`);
async function made(given: object = {}, send = office.administrator) {
  const { payload } = await create(given, send);
  expect(payload.errors).toEqual([]);
  return payload as unknown as { apiClient: Record<string, any>; key: string };
}
const rotate = (apiClientId: string, oldKeysUntil: string | null = null) =>
  call(office.administrator, 'rotateApiClientKey', { apiClientId, oldKeysUntil }, `${CLIENT} key`);
const revoke = (apiClientId: string, send = office.administrator) =>
  call(send, 'revokeApiClient', { apiClientId, reason: 'Sold' }, CLIENT);

const hash = (key: string) => createHash('sha256').update(key).digest('hex');
/** What the gateway learns of a key. */
async function accessOf(key: string) {
  const { apiClientOf } = await ask(
    room.as(systemIdentity()),
    `query($keyHash: String!) { apiClientOf(keyHash: $keyHash) { organizationId apiClientId apiKeyId scopes endsAt grantsVersion
      grants { role reachKind companyId propertyId } } }`,
    { keyHash: hash(key) },
  );
  return apiClientOf as Record<string, any> | null;
}

it('an administrator creates one; its key is shown once and only its hash is kept', async () => {
  const companyId = await createCompany(office);
  const propertyId = await announceProperty(room, office, companyId);
  const { apiClient, key } = await made({
    scopes: ['LEASING_WRITE', 'PROPERTIES_READ', 'PROPERTIES_READ'],
    grants: [
      { role: 'LEASING_AGENT', companyId },
      { role: 'VIEWER', propertyId: encodeId('Property', propertyId) },
      { role: 'LEASING_AGENT', companyId },
    ],
    expiresAt: inDays(90),
  });
  expect(key).toMatch(/^ptk_[\w-]{43}$/);
  expect(apiClient).toMatchObject({
    id: expect.stringMatching(/^apicl_/),
    scopes: ['PROPERTIES_READ', 'LEASING_WRITE'],
    state: 'ACTIVE',
    expiresAt: inDays(90),
    lastUsedAt: null,
    createdBy: { id: encodeId('User', office.administratorId) },
    grants: [
      { role: 'LEASING_AGENT', reachKind: 'COMPANY', company: { id: companyId }, property: null },
      { role: 'VIEWER', reachKind: 'PROPERTY', company: { id: companyId } },
    ],
    keys: [{ lastFour: key.slice(-4), expiresAt: null }],
  });
  await room.settled();
  const dump = await room.sql(
    `select (select jsonb_agg(c) from organizations.api_clients c)::text ||
      (select jsonb_agg(k) from organizations.api_keys k)::text ||
      (select jsonb_agg(a) from organizations.audit_log a)::text || (select jsonb_agg(o) from organizations.outbox o)::text as all`,
  );
  expect(String(dump[0]?.['all'])).toContain(hash(key));
  expect(String(dump[0]?.['all'])).not.toContain(key.slice(4, 40));
  const log = await room.sql(
    `select a::text from organizations.audit_log a union all select o::text from organizations.outbox o`,
  );
  expect(JSON.stringify(log)).not.toContain(hash(key));
});

it('the gateway finds it by the hash of its key, and nobody else asks that way', async () => {
  const { apiClient, key } = await made({ expiresAt: inDays(1) });
  expect(await accessOf(key)).toEqual({
    organizationId: office.uuid,
    apiClientId: decodeId('ApiClient', apiClient['id']),
    apiKeyId: decodeId('ApiKey', apiClient['keys'][0].id),
    scopes: ['properties:read', 'leasing:read'],
    endsAt: inDays(1),
    grantsVersion: expect.any(Number),
    grants: [{ role: 'VIEWER', reachKind: 'organization', companyId: null, propertyId: null }],
  });
  expect(await accessOf(`${key.slice(0, -1)}${key.endsWith('A') ? 'B' : 'A'}`)).toBeNull();
  const query = `{ apiClientOf(keyHash: "${hash(key)}") { apiClientId } }`;
  expect(await faultOf(office.administrator(query))).toBe('FORBIDDEN');
  expect(
    await faultOf(room.as(systemIdentity())('{ apiClientOf(keyHash: "x") { apiClientId } }')),
  ).toBe('BAD_USER_INPUT');
});

it('R: of its grants holds what its creator has at the moment, and nothing once they left', async () => {
  const companyId = await createCompany(office);
  const { memberId, userId } = await addMember(room, office, { role: 'ORGANIZATION_ADMIN' });
  await call(office.administrator, 'addGrant', { memberId, role: 'VIEWER', companyId });
  const { apiClient, key } = await made(
    { grants: [{ role: 'VIEWER' }, { role: 'LEASING_AGENT', companyId }] },
    office.with('ORGANIZATION_ADMIN', undefined, userId),
  );
  const before = await accessOf(key);
  expect(before?.['grants']).toHaveLength(2);
  const [administrating] = await room.sql<{ id: string }>(
    `select id from organizations.grants where role = 'ORGANIZATION_ADMIN' and member_id = $1`,
    [decodeId('Member', memberId)],
  );
  await call(office.administrator, 'removeGrant', {
    grantId: encodeId('Grant', administrating?.id ?? ''),
  });
  const after = await accessOf(key);
  expect(after?.['grants']).toEqual([
    {
      role: 'VIEWER',
      reachKind: 'company',
      companyId: decodeId('Company', companyId),
      propertyId: null,
    },
  ]);
  expect(after?.['grantsVersion']).toBeGreaterThan(before?.['grantsVersion']);
  const { id: apiClientId, version } = apiClient as { id: string; version: number };
  const changed = (given: object) =>
    call(office.administrator, 'changeApiClient', { apiClientId, version, ...details(given) });
  expect(
    (await changed({ grants: [{ role: 'VIEWER', companyId }, { role: 'VIEWER' }] })).payload.errors,
  ).toEqual([
    {
      code: 'BEYOND_CREATOR',
      message: 'Who creates an API client can give it no more rights than they have.',
      path: ['input', 'grants', '1'],
    },
  ]);
  expect((await changed({ grants: [{ role: 'VIEWER', companyId }] })).codes).toEqual([]);
  await call(office.administrator, 'removeMember', { memberId });
  expect(await accessOf(key)).toBeNull();
  const left = await ask(office.administrator, `{ apiClient(id: "${apiClientId}") { state } }`);
  expect(left['apiClient'].state).toBe('CREATOR_LEFT');
  expect((await rotate(apiClientId)).codes).toEqual(['CREATOR_LEFT']);
  expect((await revoke(apiClientId)).codes).toEqual([]);
});

it('a new key is good at once, the one before it until the chosen moment', async () => {
  const { apiClient, key: first } = await made();
  const { payload } = await rotate(apiClient['id'], inDays(2));
  const second = String(payload['key']);
  expect(payload['apiClient'].keys).toMatchObject([
    { lastFour: second.slice(-4), expiresAt: null },
    { lastFour: first.slice(-4), expiresAt: inDays(2) },
  ]);
  expect([await accessOf(first), await accessOf(second)]).toMatchObject([
    { endsAt: inDays(2) },
    { endsAt: null },
  ]);
  // Where another one follows, the first is not made to live longer.
  const third = String((await rotate(apiClient['id'], inDays(30))).payload['key']);
  expect(await accessOf(first)).toMatchObject({ endsAt: inDays(2) });
  const fourth = String((await rotate(apiClient['id'])).payload['key']);
  expect([await accessOf(first), await accessOf(second), await accessOf(third)]).toEqual([
    null,
    null,
    null,
  ]);
  expect(await accessOf(fourth)).not.toBeNull();
});

it('an overlap has an end, within thirty days, and so many keys at a time', async () => {
  const { apiClient } = await made();
  for (const until of [inDays(31), inDays(-1)]) {
    expect((await rotate(apiClient['id'], until)).payload.errors).toMatchObject([
      { code: 'INVALID_INPUT', path: ['input', 'oldKeysUntil'] },
    ]);
  }
  for (let more = 0; more < 4; more++) {
    expect((await rotate(apiClient['id'], inDays(1))).codes).toEqual([]);
  }
  expect((await rotate(apiClient['id'], inDays(1))).codes).toEqual(['TOO_MANY_KEYS']);
  expect((await rotate(apiClient['id'])).codes).toEqual([]);
});

it('a key and a client are revoked for good', async () => {
  const { apiClient, key } = await made();
  const { payload } = await rotate(apiClient['id'], inDays(5));
  const [newer, older] = payload['apiClient'].keys;
  const revokeKey = (apiKeyId: string) =>
    call(office.administrator, 'revokeApiClientKey', { apiKeyId }, CLIENT);
  const first = await revokeKey(older.id);
  expect(first.payload['apiClient'].keys).toMatchObject([{ id: newer.id }]);
  expect(await accessOf(key)).toBeNull();
  expect(await accessOf(payload['key'])).not.toBeNull();
  expect((await revokeKey(older.id)).codes).toEqual(['CONFLICT']);
  expect((await revoke(apiClient['id'])).payload['apiClient']).toMatchObject({
    state: 'REVOKED',
    keys: [],
    revokedAt: clock.now().toISOString(),
  });
  expect(await accessOf(payload['key'])).toBeNull();
  for (const again of [
    await revoke(apiClient['id']),
    await rotate(apiClient['id']),
    await call(office.administrator, 'changeApiClient', {
      apiClientId: apiClient['id'],
      version: apiClient['version'] + 1,
      ...details(),
    }),
  ])
    expect(again.codes).toEqual(['CONFLICT']);
  await room.settled();
  const { auditLog } = await ask(
    office.administrator,
    `{ auditLog(filter: { aggregateId: "${apiClient['id']}" }) { nodes { action reason } } }`,
  );
  expect(auditLog.nodes).toEqual([
    { action: 'api-client.revoked', reason: 'Sold' },
    { action: 'api-client.key-revoked', reason: null },
    { action: 'api-client.key-made', reason: null },
    { action: 'api-client.created', reason: null },
  ]);
});

it('a client is over when its time is, and good again with another one', async () => {
  const { apiClient, key } = await made({ expiresAt: inDays(1) });
  clock.advance({ days: 1 });
  expect(await accessOf(key)).toBeNull();
  const { apiClient: over } = await ask(
    office.administrator,
    `{ apiClient(id: "${apiClient['id']}") { state version } }`,
  );
  expect(over.state).toBe('EXPIRED');
  const changed = await call(
    office.administrator,
    'changeApiClient',
    { apiClientId: apiClient['id'], version: over.version, ...details({ name: 'Longer' }) },
    CLIENT,
  );
  expect(changed.payload['apiClient']).toMatchObject({ name: 'Longer', state: 'ACTIVE' });
  expect(await accessOf(key)).toMatchObject({ endsAt: null });
  expect((await create({ expiresAt: inDays(-1) })).payload.errors).toMatchObject([
    { code: 'INVALID_INPUT', path: ['input', 'expiresAt'] },
  ]);
});

it('what is wrong is told where it is', async () => {
  const foreign = await createCompany(other);
  const { payload } = await create({
    grants: [
      { role: 'VIEWER' },
      { role: 'VIEWER', companyId: foreign },
      { role: 'VIEWER', propertyId: encodeId('Property', longAgo()) },
    ],
  });
  expect(payload.errors).toEqual([
    {
      code: 'NOT_FOUND',
      message: 'Company not found.',
      path: ['input', 'grants', '1', 'companyId'],
    },
    {
      code: 'NOT_FOUND',
      message: 'Property not found.',
      path: ['input', 'grants', '2', 'propertyId'],
    },
  ]);
  const empty = await create({ name: ' ', scopes: [], grants: [] });
  expect(empty.payload.errors.map(({ path }) => path.join('.')).toSorted()).toEqual([
    'input.grants',
    'input.name',
    'input.scopes',
  ]);
});

it('R46: those of another organization are not there, and no program manages programs', async () => {
  const { apiClient } = await made();
  const theirs = other.administrator;
  expect((await revoke(apiClient['id'], theirs)).codes).toEqual(['NOT_FOUND']);
  expect(
    (await call(theirs, 'revokeApiClientKey', { apiKeyId: apiClient['keys'][0].id })).codes,
  ).toEqual(['NOT_FOUND']);
  const read = `{ apiClient(id: "${apiClient['id']}") { id } }`;
  expect(await ask(theirs, read)).toEqual({ apiClient: null });
  expect(await ask(office.with('PROPERTY_MANAGER'), read)).toEqual({ apiClient: null });
  const program: Identity = {
    ...office.identity('ORGANIZATION_ADMIN', undefined, newId()),
    persona: 'INTEGRATOR',
    scopes: ['organizations:write'],
  };
  const send = room.as(program);
  expect(await ask(send, read)).toEqual({ apiClient: null });
  expect(await faultOf(send('{ apiClients { totalCount } }'))).toBe('FORBIDDEN');
  expect((await create({}, send)).fault).toBe('FORBIDDEN');
  expect((await call(send, 'inviteMember', { email: 'a@example.com', role: 'VIEWER' })).fault).toBe(
    'FORBIDDEN',
  );
  expect((await call(send, 'registerOrganization', { name: 'Mine' })).fault).toBe('FORBIDDEN');
});

it('a program needs the scope of the room, and the history names it', async () => {
  const { apiClient } = await made();
  const program = (...scopes: string[]) =>
    room.as({
      ...office.identity('ORGANIZATION_ADMIN', undefined, decodeId('ApiClient', apiClient['id'])),
      persona: 'INTEGRATOR',
      scopes,
    });
  const list = '{ companies { totalCount } }';
  const reference = `{ _entities(representations: [{ __typename: "Organization", id: "${office.id}" }]) { ... on Organization { name } } }`;
  const nothing = program('leasing:write');
  expect(await faultOf(nothing(list))).toBe('FORBIDDEN');
  expect(await faultOf(nothing(reference))).toBe('FORBIDDEN');
  const reading = program('organizations:read');
  expect((await ask(reading, list))['companies'].totalCount).toBeGreaterThan(0);
  expect((await ask(reading, reference))['_entities']).toEqual([{ name: 'Lakeside' }]);
  const company = { code: 'PRG', name: 'By a program', currency: 'USD' };
  expect((await call(reading, 'createCompany', company)).fault).toBe('FORBIDDEN');
  const writing = program('organizations:write');
  const { payload } = await call(writing, 'createCompany', company, 'company { id }');
  await room.settled();
  const { auditLog } = await ask(
    office.administrator,
    `{ auditLog(filter: { aggregateId: "${payload['company'].id}" }) { nodes { persona apiClientId actor { id } } } }`,
  );
  expect(auditLog.nodes).toEqual([
    { persona: 'INTEGRATOR', apiClientId: apiClient['id'], actor: null },
  ]);
});

it('a use is remembered by the platform and shown to administrators', async () => {
  const { apiClient, key } = await made({ name: 'Used' });
  const access = await accessOf(key);
  const use = {
    organizationId: access?.['organizationId'],
    apiKeyId: access?.['apiKeyId'],
  };
  expect((await call(office.administrator, 'recordApiKeyUse', use)).fault).toBe('FORBIDDEN');
  const at = clock.now().toISOString();
  await call(room.as(systemIdentity()), 'recordApiKeyUse', use);
  await call(room.as(systemIdentity()), 'recordApiKeyUse', { ...use, organizationId: other.uuid });
  const { apiClients } = await ask(
    office.administrator,
    '{ apiClients(filter: { search: "us" }) { nodes { id version lastUsedAt keys { lastUsedAt } } } }',
  );
  expect(apiClients.nodes).toEqual([
    {
      id: apiClient['id'],
      version: apiClient['version'],
      lastUsedAt: at,
      keys: [{ lastUsedAt: at }],
    },
  ]);
});
