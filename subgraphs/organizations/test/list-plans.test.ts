import { asAdmin } from '@propertea/chassis/store';
import { decodeId } from '@propertea/kernel';
import { isOfRequest, statementsOf, type TestRoom } from '@propertea/testkit';
import { ask, createCompany, type Office, registerOffice, startOffice } from './office.js';

let room: TestRoom;
let office: Office;

/** 20,000 companies, members with a grant, invitations and log entries in 200 organizations. */
beforeAll(async () => {
  room = await startOffice();
  office = await registerOffice(room);
  for (const code of ['A', 'B', 'C', 'D'])
    await createCompany(office, { code, name: `Own ${code}` });
  await room.sql(/* sql */ `
    insert into organizations.organizations (id, name, created_at, updated_at)
      select gen_random_uuid(), 'Generated ' || n, now(), now() from generate_series(1, 199) n`);
  await room.sql(/* sql */ `
    insert into organizations.companies (id, organization_id, code, name, name_search, currency, created_at, updated_at)
      select gen_random_uuid(), o.id, 'X' || n, 'Company ' || n, 'company ' || n, 'USD', now() - n * interval '1 s', now()
      from organizations.organizations o, generate_series(1, 100) n`);
  await room.sql(/* sql */ `
    insert into organizations.members (id, organization_id, user_id, created_at, updated_at)
      select gen_random_uuid(), o.id, gen_random_uuid(), now() - n * interval '1 s', now()
      from organizations.organizations o, generate_series(1, 100) n`);
  await room.sql(/* sql */ `
    insert into organizations.people (user_id, email, is_email_verified, name, search, sequence)
      select user_id, user_id || '@example.com', true, 'Member', 'member ' || user_id || '@example.com', 1 from organizations.members`);
  await room.sql(/* sql */ `
    insert into organizations.audit_log (id, organization_id, room, aggregate_type, aggregate_id, action, at, persona, request_id)
      select gen_random_uuid(), o.id, 'x', 'Company', gen_random_uuid(), 'x', now(), 'STAFF', 'x'
      from organizations.organizations o, generate_series(1, 100) n`);
  await room.sql(/* sql */ `
    insert into organizations.grants (id, organization_id, member_id, role, reach_kind, created_at, updated_at)
      select gen_random_uuid(), organization_id, id, 'VIEWER', 'organization', now(), now() from organizations.members
      on conflict do nothing`);
  await room.sql(/* sql */ `
    insert into organizations.invitations (id, organization_id, email, token_hash, role, reach_kind, expires_at, created_at, updated_at)
      select gen_random_uuid(), o.id, n || '@example.com', md5(o.id || '-' || n), 'VIEWER', 'organization', now(), now() - n * interval '1 s', now()
      from organizations.organizations o, generate_series(1, 100) n`);
  await room.sql(/* sql */ `
    insert into organizations.api_clients (id, organization_id, name, name_search, scopes, grants, created_by, created_at, updated_at)
      select gen_random_uuid(), o.id, 'Client ' || n, 'client ' || n, '[]', '[]', gen_random_uuid(), now() - n * interval '1 s', now()
      from organizations.organizations o, generate_series(1, 100) n`);
  await room.sql(/* sql */ `
    insert into organizations.api_keys (id, organization_id, api_client_id, hash, last_four, created_at, updated_at)
      select gen_random_uuid(), organization_id, id, md5(id::text), 'abcd', now(), now() from organizations.api_clients`);
  await room.sql('analyze');
});
afterAll(() => room?.stop());

/** The plan of what a request sends, made under its own role, organization and person. */
async function planOf(query: string): Promise<string> {
  const { errors } = await office.administrator(query);
  expect(errors).toBeUndefined();
  await room.settled();
  const sent = await statementsOf(() => office.administrator(query));
  const own = sent.filter(isOfRequest);
  const begin = own.find((sql) => sql.startsWith('begin'));
  const reading = own.filter((sql) => sql.startsWith('select'));
  expect(begin).toContain('organizations_staff');
  return asAdmin(room.database.adminUrl, async (client) => {
    await client.query(String(begin));
    const plans: string[] = [];
    for (const sql of reading) {
      const { rows } = await client.query(`explain ${sql}`);
      plans.push(...rows.map((row) => String(row['QUERY PLAN'])));
    }
    await client.query('rollback');
    return plans.join('\n');
  });
}

it.each([
  ['companies by name', '{ companies { nodes { id } totalCount } }', 'companies'],
  ['companies by code', '{ companies(sort: { field: CODE }) { nodes { id } } }', 'companies'],
  [
    'companies by age',
    '{ companies(sort: { field: CREATED_AT, direction: DESC }) { nodes { id } } }',
    'companies',
  ],
  [
    'companies searched',
    '{ companies(filter: { search: "company 7" }) { nodes { id } totalCount } }',
    'companies',
  ],
  ['members by age', '{ members { nodes { id } totalCount } }', 'members'],
  ['members searched', '{ members(filter: { search: "member" }) { nodes { id } } }', 'members'],
  ['grants of members', '{ members(first: 100) { nodes { grants { role } } } }', 'grants'],
  ['the audit log', '{ auditLog { nodes { id } totalCount } }', 'audit_log'],
  [
    'the audit log of a kind',
    '{ auditLog(filter: { aggregateType: "Company" }) { nodes { id } } }',
    'audit_log',
  ],
  ['API clients by name', '{ apiClients { nodes { id } totalCount } }', 'api_clients'],
  [
    'API clients searched by age',
    '{ apiClients(filter: { search: "client 7" }, sort: { field: CREATED_AT }) { nodes { id } } }',
    'api_clients',
  ],
  ['keys of API clients', '{ apiClients { nodes { keys { id } lastUsedAt state } } }', 'api_keys'],
  ['invitations', '{ invitations { nodes { id } } }', 'invitations'],
])('%s are read by an index of the organization, never by a scan', async (_what, query, table) => {
  const plan = await planOf(query);
  expect(plan).not.toContain(`Seq Scan on ${table}`);
  expect(plan).not.toContain('Seq Scan on people');
  expect(plan).toMatch(/Index.* Cond: .*organization_id/);
});

it('a next page costs what the first one costs: it begins behind the cursor, in the index', async () => {
  const query = '{ companies(first: 3) { pageInfo { endCursor } } }';
  const { pageInfo } = (await ask(office.administrator, query))['companies'];
  const plan = await planOf(
    `{ companies(first: 3, after: "${pageInfo.endCursor}") { nodes { id } } }`,
  );
  expect(plan).toMatch(/companies_by_name/);
  expect(plan).toMatch(/Index Cond: .*ROW\(.*name, .*id\) > ROW/);
});

it('R46: the plan of one’s own list asks for one’s own organization only', async () => {
  const plan = await planOf('{ companies { nodes { id } } }');
  expect(plan).toContain(String(decodeId('Organization', office.id)));
});
