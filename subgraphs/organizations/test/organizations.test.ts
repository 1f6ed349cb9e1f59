import { person, type Send, staff, startTestRoom, system, type TestRoom } from '@propertea/testkit';
import { decodeId, newId } from '@propertea/kernel';
import organizations from '../src/subgraph.js';

let room: TestRoom;
beforeAll(async () => {
  room = await startTestRoom(organizations, { publicUrl: 'http://localhost:4000' });
});
afterAll(() => room?.stop());

async function register(name: string, userId = newId()) {
  const { data, errors } = await room.as(person(userId))(
    'mutation($input: RegisterOrganizationInput!) { registerOrganization(input: $input) { organization { id name version } errors { code } } }',
    { input: { name } },
  );
  expect(errors).toBeUndefined();
  const { organization } = (data as any).registerOrganization;
  return {
    id: organization.id as string,
    uuid: decodeId('Organization', organization.id) as string,
    userId,
  };
}

const CREATE =
  'mutation($input: CreateCompanyInput!) { createCompany(input: $input) { company { id code name currency isRetired version organization { id name } history { totalCount nodes { action actor { id } before after } } } errors { code message path } } }';

async function createCompany(send: Send, input: object = {}) {
  const answer = await send(CREATE, {
    input: { code: 'ACME', name: 'Acme Homes', currency: 'USD', ...input },
  });
  return { answer, payload: (answer.data as any)?.createCompany };
}

it('a person registers an organization and becomes its administrator', async () => {
  const { uuid, userId } = await register('Lakeside Management');
  const { data } = await room.as(person(userId))(
    '{ _entities(representations: []) { __typename } }',
  );
  expect(data).toBeDefined();
  const access = await room.as(system())(
    'query($id: ID!) { accessOf(userId: $id) { isOperator memberships { organizationId organizationName grants { role reachKind } } } }',
    { id: userId },
  );
  expect(access).toEqual({
    data: {
      accessOf: {
        isOperator: false,
        memberships: [
          {
            organizationId: uuid,
            organizationName: 'Lakeside Management',
            grants: [{ role: 'ORGANIZATION_ADMIN', reachKind: 'organization' }],
          },
        ],
      },
    },
  });
});

it('a company is created with its history', async () => {
  const { uuid, id, userId } = await register('A');
  const { payload, answer } = await createCompany(
    room.as(staff(uuid, 'ORGANIZATION_ADMIN', { kind: 'organization' }, userId)),
  );
  expect(answer.errors).toBeUndefined();
  expect(payload).toMatchObject({
    errors: [],
    company: {
      code: 'ACME',
      isRetired: false,
      version: 1,
      organization: { id, name: 'A' },
      history: { totalCount: 1 },
    },
  });
  expect(payload.company.history.nodes[0]).toMatchObject({
    action: 'company.created',
    before: null,
    after: { code: 'ACME' },
  });
});
