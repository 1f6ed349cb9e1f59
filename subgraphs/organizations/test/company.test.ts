import { newId } from '@propertea/kernel';
import { eventually, type TestRoom } from '@propertea/testkit';
import { ask, call, createCompany, type Office, registerOffice, startOffice } from './office.js';

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
const create = (input: object, at = office) =>
  call(
    at.administrator,
    'createCompany',
    { code: 'ACME', name: 'Acme Homes', currency: 'USD', ...input },
    COMPANY,
  );
const change = (input: object) => call(office.administrator, 'changeCompany', input, COMPANY);
const facts = (type: string, name: string) =>
  room.sql(
    `select sequence, data from organizations.outbox where type = $1 and data->>'name' = $2`,
    [type, name],
  );

it('a company is created with code, name and currency, with history and fact', async () => {
  const { payload } = await call(
    office.administrator,
    'createCompany',
    { code: 'LAKE1', name: '  Lake One  ', currency: 'EUR' },
    'company { id code name currency isRetired version createdAt organization { id name } history { nodes { action before after } } }',
  );
  expect(payload).toEqual({
    company: {
      id: expect.stringMatching(/^comp_[0-9A-Z]{26}$/),
      code: 'LAKE1',
      name: 'Lake One',
      currency: 'EUR',
      isRetired: false,
      version: 1,
      createdAt: expect.any(String),
      organization: { id: office.id, name: 'Lakeside' },
      history: {
        nodes: [
          {
            action: 'company.created',
            before: null,
            after: expect.objectContaining({
              code: 'LAKE1',
              name: 'Lake One',
              currency: 'EUR',
              retiredAt: null,
            }),
          },
        ],
      },
    },
    errors: [],
  });
  expect(await facts('company.created.v1', 'Lake One')).toEqual([
    {
      sequence: 1,
      data: expect.objectContaining({ organizationId: office.uuid, isRetired: false }),
    },
  ]);
});

it('a code is taken once per organization and free in another', async () => {
  expect((await create({ code: 'TWICE' })).codes).toEqual([]);
  expect((await create({ code: 'TWICE' })).payload).toEqual({
    company: null,
    errors: [
      {
        code: 'CODE_TAKEN',
        message: 'Another company of this organization has this code. Choose a different one.',
        path: ['input', 'code'],
      },
    ],
  });
  expect((await create({ code: 'TWICE' }, other)).codes).toEqual([]);
  const racing = await Promise.all([create({ code: 'RACE' }), create({ code: 'RACE' })]);
  expect(racing.flatMap(({ codes }) => codes)).toEqual(['CODE_TAKEN']);
});

it.each([
  [{ code: '' }, 'code'],
  [{ code: 'ABCDEFGHIJK' }, 'code'],
  [{ code: 'acme' }, 'code'],
  [{ code: 'AÄ' }, 'code'],
  [{ code: 'A B' }, 'code'],
  [{ code: 'A\n' }, 'code'],
  [{ name: '   ' }, 'name'],
  [{ name: 'x'.repeat(201) }, 'name'],
  [{ name: 'two\nlines' }, 'name'],
  [{ name: 'bell\u0007' }, 'name'],
  [{ name: 'nul\0' }, 'name'],
  [{ name: 'half \ud83d' }, 'name'],
  [{ currency: 'usd' }, 'currency'],
  [{ currency: 'XQZ' }, 'currency'],
  [{ currency: 'DOLLAR' }, 'currency'],
])('%j is refused at its place', async (input, field) => {
  const { payload } = await create(input);
  expect(payload['company']).toBeNull();
  expect(payload.errors[0]).toMatchObject({ code: 'INVALID_INPUT', path: ['input', field] });
});

it('names keep every script, up to 200 characters; all wrong fields are told at once', async () => {
  const name = 'Łódź 不動産 👩‍👩‍👧 العقارات';
  expect((await create({ code: 'SCRIPT', name })).payload['company'].name).toBe(name);
  expect((await create({ code: 'LONG', name: 'ß'.repeat(200) })).codes).toEqual([]);
  const { payload } = await create({ code: 'a', name: '', currency: 'x' });
  expect(new Set(payload.errors.map(({ path }) => path[1]))).toEqual(
    new Set(['code', 'name', 'currency']),
  );
});

it('a company changes code and name; its history shows what differs, its fact the state after', async () => {
  const companyId = await createCompany(office, { code: 'BEFORE', name: 'Before' });
  const { payload } = await change({ companyId, version: 1, code: 'BEFORE', name: 'After Change' });
  expect(payload).toMatchObject({
    company: { code: 'BEFORE', name: 'After Change', version: 2 },
    errors: [],
  });
  const { company } = await ask(
    office.administrator,
    `{ company(id: "${companyId}") { history(first: 1) { nodes { action before after } } } }`,
  );
  expect(company.history.nodes).toEqual([
    { action: 'company.changed', before: { name: 'Before' }, after: { name: 'After Change' } },
  ]);
  expect(await facts('company.changed.v1', 'After Change')).toMatchObject([{ sequence: 2 }]);
  await createCompany(office, { code: 'MINE' });
  expect((await change({ companyId, version: 2, code: 'MINE', name: 'x' })).codes).toEqual([
    'CODE_TAKEN',
  ]);
});

it('a stale version is a conflict; of two changes at once one wins', async () => {
  const companyId = await createCompany(office);
  const input = (name: string, version: number) => ({
    companyId,
    version,
    code: newId().slice(-10).toUpperCase(),
    name,
  });
  const racing = await Promise.all([change(input('One', 1)), change(input('Two', 1))]);
  expect(racing.flatMap(({ codes }) => codes)).toEqual(['CONFLICT']);
  for (const version of [0, 1, 3, -1, 2 ** 31 - 1]) {
    expect((await change(input('Late', version))).payload.errors).toMatchObject([
      { code: 'CONFLICT', path: ['input', 'version'] },
    ]);
  }
});

it('what a room did is on the bus at once', async () => {
  await createCompany(office, { name: 'On The Bus' });
  await eventually(
    () => room.sql(`select 1 from organizations.outbox where published_at is null`),
    (left) => left.length === 0,
  );
});
