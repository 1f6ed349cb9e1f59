import { person, type TestRoom } from '@propertea/testkit';
import {
  announceProperty,
  ask,
  call,
  createCompany,
  type Office,
  registerOffice,
  startOffice,
  unknown,
} from './office.js';

let room: TestRoom;
let office: Office;
let other: Office;
beforeAll(async () => {
  room = await startOffice();
  office = await registerOffice(room);
  other = await registerOffice(room);
});
afterAll(() => room?.stop());

const COMPANY = 'company { id code name currency isRetired version }';

it('a company is retired and restored, once each, and cannot be changed meanwhile', async () => {
  const companyId = await createCompany(office, { name: 'Retiring' });
  const step = (mutation: string, version: number, more: object = {}) =>
    call(office.administrator, mutation, { companyId, version, ...more }, COMPANY);
  const retired = await step('retireCompany', 1, { reason: ' sold ' });
  expect(retired.payload).toMatchObject({ company: { isRetired: true, version: 2 }, errors: [] });
  expect((await step('retireCompany', 2)).codes).toEqual(['CONFLICT']);
  expect((await step('changeCompany', 2, { code: 'A', name: 'b' })).codes).toEqual(['CONFLICT']);
  expect((await step('restoreCompany', 1)).codes).toEqual(['CONFLICT']);
  const restored = await step('restoreCompany', 2);
  expect(restored.payload).toMatchObject({ company: { isRetired: false, version: 3 }, errors: [] });
  expect((await step('restoreCompany', 3)).codes).toEqual(['CONFLICT']);
  const { company } = await ask(
    office.administrator,
    `{ company(id: "${companyId}") { history { nodes { action reason before after } } } }`,
  );
  expect(company.history.nodes.slice(0, 2)).toEqual([
    {
      action: 'company.restored',
      reason: null,
      before: { retiredAt: expect.any(String) },
      after: { retiredAt: null },
    },
    {
      action: 'company.retired',
      reason: 'sold',
      before: { retiredAt: null },
      after: { retiredAt: expect.any(String) },
    },
  ]);
  expect(
    (await step('retireCompany', 3, { reason: 'x'.repeat(501) })).payload.errors,
  ).toMatchObject([{ code: 'INVALID_INPUT', path: ['input', 'reason'] }]);
});

it('R49: a company with live properties stays, and the answer says how many', async () => {
  const companyId = await createCompany(office);
  const propertyId = await announceProperty(room, office, companyId);
  await announceProperty(room, office, companyId);
  await announceProperty(room, office, companyId, { isRetired: true });
  const retire = () =>
    call(office.administrator, 'retireCompany', { companyId, version: 1 }, COMPANY);
  expect((await retire()).payload.errors).toEqual([
    {
      code: 'HAS_CHILDREN',
      message: 'The company still has 2 properties. Retire them first.',
      path: ['input', 'companyId'],
    },
  ]);
  await announceProperty(room, office, companyId, {
    propertyId,
    isRetired: true,
    type: 'property.retired.v1',
    sequence: 2,
  });
  expect((await retire()).payload.errors[0]?.message).toBe(
    'The company still has 1 property. Retire them first.',
  );
});

it('R46: a foreign company is one that does not exist, to read, to change and to grant', async () => {
  const foreign = await createCompany(other);
  const mutations = (companyId: string) => [
    call(
      office.administrator,
      'changeCompany',
      { companyId, version: 1, code: 'A', name: 'b' },
      COMPANY,
    ),
    call(office.administrator, 'retireCompany', { companyId, version: 1 }, COMPANY),
    call(office.administrator, 'restoreCompany', { companyId, version: 1 }, COMPANY),
    call(
      office.administrator,
      'inviteMember',
      { email: 'a@example.com', role: 'VIEWER', companyId },
      'link',
    ),
  ];
  const answers = await Promise.all(mutations(foreign));
  expect(answers.map(({ payload }) => payload)).toEqual(
    (await Promise.all(mutations(unknown('Company')))).map(({ payload }) => payload),
  );
  expect(answers.flatMap(({ codes }) => codes)).toEqual([
    'NOT_FOUND',
    'NOT_FOUND',
    'NOT_FOUND',
    'NOT_FOUND',
  ]);
  for (const id of [foreign, unknown('Company'), 'comp_1', '', office.id]) {
    expect(
      await ask(office.administrator, 'query($id: ID!) { company(id: $id) { name } }', { id }),
    ).toEqual({ company: null });
  }
});

it('who stands in no organization is told to choose one, whatever they ask', async () => {
  const somebody = room.as(person());
  const companyId = await createCompany(office);
  const asked = [
    call(somebody, 'createCompany', { code: 'A', name: 'b', currency: 'USD' }),
    call(somebody, 'changeCompany', { companyId, version: 1, code: 'A', name: 'b' }),
    call(somebody, 'retireCompany', { companyId, version: 1 }),
    call(somebody, 'restoreCompany', { companyId, version: 1 }),
  ];
  for (const { fault } of await Promise.all(asked)) expect(fault).toBe('BAD_USER_INPUT');
  await expect(ask(somebody, '{ companies { totalCount } }')).rejects.toThrow('BAD_USER_INPUT');
  expect(await ask(somebody, `{ company(id: "${companyId}") { name } }`)).toEqual({
    company: null,
  });
});
