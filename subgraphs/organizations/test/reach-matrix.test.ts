import { decodeId, encodeId, type Grant, ROLES, type Role } from '@propertea/kernel';
import { type Send, type TestRoom } from '@propertea/testkit';
import {
  addMember,
  announceProperty,
  call,
  createCompany,
  longAgo,
  type Office,
  registerOffice,
  startOffice,
} from './office.js';

/** How far a grant goes, seen from the company and the property that are asked for. */
const REACHES = [
  'organization',
  'own company',
  'other company',
  'own property',
  'other property',
] as const;
type ReachName = (typeof REACHES)[number];
type Outcome = 'allowed' | 'FORBIDDEN' | 'NOT_FOUND';

/** Who may do what: the roles that may, from which reaches, and what the others are told. */
interface Rule {
  roles: readonly Role[];
  reaches: readonly ReachName[];
  /** From where the object is not there at all. */
  unseenFrom?: readonly ReachName[];
}

const everywhere = { roles: ROLES, reaches: REACHES };
const administrators: Rule = { roles: ['ORGANIZATION_ADMIN'], reaches: ['organization'] };
const companyEditors: Rule = {
  roles: ['ORGANIZATION_ADMIN'],
  reaches: ['organization', 'own company'],
  unseenFrom: ['other company', 'other property'],
};

const RULES = {
  createCompany: administrators,
  changeCompany: companyEditors,
  retireCompany: companyEditors,
  restoreCompany: companyEditors,
  changeOrganization: administrators,
  inviteMember: administrators,
  revokeInvitation: administrators,
  addGrant: administrators,
  removeGrant: administrators,
  removeMember: administrators,
  viewAs: administrators,
  createApiClient: administrators,
  changeApiClient: administrators,
  rotateApiClientKey: administrators,
  revokeApiClientKey: administrators,
  revokeApiClient: administrators,
  registerOrganization: everywhere,
  'list companies': everywhere,
  'list members': everywhere,
  'list invitations': administrators,
  'list auditLog': administrators,
  'list apiClients': administrators,
  'read company': { ...everywhere, unseenFrom: ['other company', 'other property'] },
  'read organization': everywhere,
} satisfies Record<string, Rule>;

function expected(rule: Rule, role: Role, reach: ReachName): Outcome {
  if (rule.unseenFrom?.includes(reach)) return 'NOT_FOUND';
  return rule.roles.includes(role) && rule.reaches.includes(reach) ? 'allowed' : 'FORBIDDEN';
}

let room: TestRoom;
let office: Office;
let companyId: string;
let retiredId: string;
let reachOf: Record<ReachName, Grant['reach']>;
beforeAll(async () => {
  room = await startOffice();
  office = await registerOffice(room);
  companyId = await createCompany(office);
  const uuid = (id: string) => decodeId('Company', id) ?? '';
  const otherId = await createCompany(office);
  const property = (of: string) =>
    announceProperty(room, office, of, { propertyId: longAgo(), isRetired: true });
  reachOf = {
    organization: { kind: 'organization' },
    'own company': { kind: 'company', companyId: uuid(companyId) },
    'other company': { kind: 'company', companyId: uuid(otherId) },
    'own property': {
      kind: 'property',
      companyId: uuid(companyId),
      propertyId: await property(companyId),
    },
    'other property': {
      kind: 'property',
      companyId: uuid(otherId),
      propertyId: await property(otherId),
    },
  };
  retiredId = companyId;
});
afterAll(() => room?.stop());

const version = async (table: string, id: string | undefined) =>
  (
    await room.sql<{ version: number }>(
      `select version from organizations.${table} where id = $1`,
      [id],
    )
  )[0]?.version;
const companyVersion = () => version('companies', decodeId('Company', companyId));

/** Makes what the command needs, then has `send` carry it out. */
const ATTEMPTS: Record<keyof typeof RULES, (send: Send) => Promise<Outcome>> = {
  createCompany: (send) =>
    attempt(send, 'createCompany', { code: code(), name: 'New', currency: 'USD' }),
  changeCompany: async (send) =>
    attempt(send, 'changeCompany', {
      companyId,
      version: await companyVersion(),
      code: code(),
      name: 'Changed',
    }),
  async retireCompany(send) {
    const outcome = await attempt(send, 'retireCompany', {
      companyId,
      version: await companyVersion(),
    });
    await call(office.administrator, 'restoreCompany', {
      companyId,
      version: await companyVersion(),
    });
    return outcome;
  },
  async restoreCompany(send) {
    await call(office.administrator, 'retireCompany', {
      companyId,
      version: await companyVersion(),
    });
    const outcome = await attempt(send, 'restoreCompany', {
      companyId: retiredId,
      version: await companyVersion(),
    });
    await call(office.administrator, 'restoreCompany', {
      companyId,
      version: await companyVersion(),
    });
    return outcome;
  },
  changeOrganization: async (send) =>
    attempt(send, 'changeOrganization', {
      organizationId: office.id,
      version: await version('organizations', office.uuid),
      name: 'Renamed',
    }),
  inviteMember: (send) =>
    attempt(send, 'inviteMember', { email: 'ann@example.com', role: 'VIEWER' }),
  async revokeInvitation(send) {
    const { payload } = await call(
      office.administrator,
      'inviteMember',
      { email: 'b@example.com', role: 'VIEWER' },
      'invitation { id }',
    );
    return attempt(send, 'revokeInvitation', { invitationId: payload['invitation'].id });
  },
  async addGrant(send) {
    const { memberId } = await addMember(room, office);
    return attempt(send, 'addGrant', { memberId, role: 'ACCOUNTANT' });
  },
  async removeGrant(send) {
    const { userId } = await addMember(room, office);
    const [grant] = await room.sql<{ id: string }>(
      'select g.id from organizations.grants g join organizations.members m on m.id = g.member_id where m.user_id = $1',
      [userId],
    );
    return attempt(send, 'removeGrant', { grantId: encodeId('Grant', grant?.id ?? '') });
  },
  async removeMember(send) {
    const { memberId } = await addMember(room, office);
    return attempt(send, 'removeMember', { memberId });
  },
  async viewAs(send) {
    const { memberId } = await addMember(room, office);
    return attempt(send, 'viewAs', { memberId });
  },
  createApiClient: (send) => attempt(send, 'createApiClient', apiClient()),
  async changeApiClient(send) {
    const { id, version } = await makeApiClient();
    return attempt(send, 'changeApiClient', { apiClientId: id, version, ...apiClient() });
  },
  async rotateApiClientKey(send) {
    const { id } = await makeApiClient();
    return attempt(send, 'rotateApiClientKey', { apiClientId: id });
  },
  async revokeApiClientKey(send) {
    const { keys } = await makeApiClient();
    return attempt(send, 'revokeApiClientKey', { apiKeyId: keys[0]?.id });
  },
  async revokeApiClient(send) {
    const { id } = await makeApiClient();
    return attempt(send, 'revokeApiClient', { apiClientId: id });
  },
  registerOrganization: (send) => attempt(send, 'registerOrganization', { name: 'Another' }),
  'list companies': (send) => read(send, '{ found: companies { totalCount } }'),
  'list members': (send) => read(send, '{ found: members { totalCount } }'),
  'list invitations': (send) => read(send, '{ found: invitations { totalCount } }'),
  'list apiClients': (send) => read(send, '{ found: apiClients { totalCount } }'),
  'list auditLog': (send) => read(send, '{ found: auditLog { totalCount } }'),
  'read company': (send) => read(send, `{ found: company(id: "${companyId}") { id } }`),
  'read organization': (send) => read(send, `{ found: organization(id: "${office.id}") { id } }`),
};

const apiClient = () => ({
  name: 'Bookkeeping',
  scopes: ['LEASING_READ'],
  grants: [{ role: 'VIEWER' }],
});

async function makeApiClient(): Promise<{ id: string; version: number; keys: { id: string }[] }> {
  const { payload } = await call(
    office.administrator,
    'createApiClient',
    apiClient(),
    'apiClient { id version keys { id } }',
  );
  return payload['apiClient'];
}

let codes = 0;
const code = () => `C${codes++}`;

async function attempt(send: Send, mutation: string, input: object): Promise<Outcome> {
  const answer = await call(send, mutation, input);
  const [first] = answer.codes;
  return (answer.fault ?? first ?? 'allowed') as Outcome;
}

async function read(send: Send, query: string): Promise<Outcome> {
  const { data, errors } = await send(query);
  const fault = errors?.[0]?.extensions?.['code'] as Outcome | undefined;
  return fault ?? (data?.['found'] ? 'allowed' : 'NOT_FOUND');
}

const names = Object.keys(RULES) as (keyof typeof RULES)[];

describe.each(names)('%s', (name) => {
  it.each(REACHES)('is allowed to whom the table says, with the reach of: %s', async (reach) => {
    const outcomes: Partial<Record<Role, Outcome>> = {};
    for (const role of ROLES)
      outcomes[role] = await ATTEMPTS[name](office.with(role, reachOf[reach]));
    expect(outcomes).toEqual(
      Object.fromEntries(ROLES.map((role) => [role, expected(RULES[name], role, reach)])),
    );
  });
});

it('the table names every mutation and list that an office has', async () => {
  const { data } = await office.administrator(
    '{ __schema { queryType { fields { name args { name } } } mutationType { fields { name } } } }',
  );
  const { queryType, mutationType } = (data as any).__schema;
  // These ask for no grant: by the platform, by token, for oneself.
  const others = [
    'addMember',
    'appointOperator',
    'recordApiKeyUse',
    'acceptInvitation',
    'eraseMyMemberships',
    'endViewAs',
  ];
  const mutations = mutationType.fields.map(({ name }: { name: string }) => name);
  expect(
    Object.keys(RULES)
      .filter((name) => !name.includes(' '))
      .concat(others)
      .toSorted(),
  ).toEqual(mutations.toSorted());
  const lists = queryType.fields
    .filter(({ args }: any) => args.some(({ name }: { name: string }) => name === 'first'))
    .map(({ name }: { name: string }) => `list ${name}`);
  expect(
    Object.keys(RULES)
      .filter((name) => name.startsWith('list'))
      .toSorted(),
  ).toEqual(lists.toSorted());
});

it.each(ROLES)('a list shows what the reach covers, and counts no more (%s)', async (role) => {
  const count = async (reach: ReachName) => {
    const { data } = await office.with(
      role,
      reachOf[reach],
    )('{ companies { totalCount nodes { id } } }');
    const { nodes, totalCount } = (data as any).companies;
    expect(nodes).toHaveLength(Math.min(totalCount, 25));
    return nodes.some(({ id }: { id: string }) => id === companyId) ? totalCount : -totalCount;
  };
  expect(await count('organization')).toBeGreaterThan(1);
  expect([await count('own company'), await count('own property')]).toEqual([1, 1]);
  expect([await count('other company'), await count('other property')]).toEqual([-1, -1]);
});
