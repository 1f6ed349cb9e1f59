import { staff } from '@propertea/testkit';
import { agent, type Let, Office } from '../../test/support/office.js';

let office: Office;
let home: Let;
beforeAll(async () => {
  office = await Office.start();
  home = await office.unit();
});
afterAll(() => office?.stop());

const SELECTION = `lease { id number state version startsOn endsOn isOpenEnded actions
  rent { amountMinor currency } deposit { amountMinor } baseRent { amountMinor }
  parties { role name email state } chargeTemplates { kind dueDay proration amount { amountMinor currency } startsOn endsOn }
  rentableUnit { id code } tenancy { id leases { nodes { number } } } history { nodes { action } } }`;

const rent = { kind: 'RENT', label: 'Rent', amountMinor: 120_000, cycle: 'MONTHLY' };

test('a draft has its parties and charges, a number of the company, and sums of them', async () => {
  const { lease, errors } = await office.run(
    agent(home),
    'createLease',
    {
      unitId: home.unit,
      startsOn: '2027-03-01',
      endsOn: '2028-02-29',
      dueDay: 3,
      parties: [{ role: 'TENANT', name: ' Ada Lovelace ', email: 'Ada@Example.test' }],
      chargeTemplates: [
        rent,
        { ...rent, amountMinor: 3000, cycle: 'QUARTERLY', proration: 'NONE', dueDay: 1 },
        { kind: 'DEPOSIT', label: 'Deposit', amountMinor: 240_000, cycle: 'ONCE' },
      ],
    },
    SELECTION,
  );
  expect(errors).toEqual([]);
  expect(lease).toMatchObject({
    number: 'L000001',
    state: 'DRAFT',
    version: 1,
    startsOn: '2027-03-01',
    endsOn: '2028-02-29',
    isOpenEnded: false,
    rent: { amountMinor: 121_000, currency: 'USD' },
    deposit: { amountMinor: 240_000 },
    baseRent: null,
    parties: [{ role: 'TENANT', name: 'Ada Lovelace', email: 'ada@example.test', state: 'FUTURE' }],
    rentableUnit: { id: home.rentableUnit, code: '10' },
    tenancy: { leases: { nodes: [{ number: 'L000001' }] } },
    history: { nodes: [{ action: 'lease.created' }] },
    actions: ['CHANGE', 'SEND', 'SIGN', 'CANCEL', 'SCHEDULE_RENT_CHANGE'],
  });
  expect(lease.chargeTemplates).toMatchObject([
    { kind: 'RENT', dueDay: 3, proration: 'ACTUAL', amount: { amountMinor: 120_000 } },
    { kind: 'RENT', dueDay: 1, proration: 'NONE' },
    { kind: 'DEPOSIT', startsOn: '2027-03-01', endsOn: null },
  ]);
});

test('R26: a lease without an end is open-ended', async () => {
  const input = { unitId: home.unit, startsOn: '2027-03-01' };
  const { lease } = await office.run(agent(home), 'createLease', input, SELECTION);
  expect(lease).toMatchObject({ endsOn: null, isOpenEnded: true, rent: null, parties: [] });
});

test('days that do not fit, another currency and a retired unit are refused with their place', async () => {
  const refusals = [
    [{ endsOn: '2027-02-28' }, 'TERM_INVALID', ['input', 'endsOn']],
    [{ startsOn: '1899-12-31' }, 'INVALID_INPUT', ['input', 'startsOn']],
    [{ dueDay: 32 }, 'INVALID_INPUT', ['input', 'dueDay']],
    [
      { chargeTemplates: [{ ...rent, currency: 'EUR' }] },
      'CURRENCY_MISMATCH',
      ['input', 'chargeTemplates', '0', 'currency'],
    ],
    [
      { chargeTemplates: [{ ...rent, startsOn: '2027-02-01' }] },
      'TERM_INVALID',
      ['input', 'chargeTemplates', '0', 'startsOn'],
    ],
    [
      { chargeTemplates: [{ ...rent, amountMinor: -1 }] },
      'INVALID_INPUT',
      ['input', 'chargeTemplates', '0', 'amountMinor'],
    ],
    [
      { parties: Array.from({ length: 21 }, () => ({ role: 'TENANT', name: 'Ada' })) },
      'INVALID_INPUT',
      ['input', 'parties'],
    ],
  ] as const;
  for (const [facts, code, path] of refusals) {
    const input = { unitId: home.unit, startsOn: '2027-03-01', ...facts };
    const { lease, errors } = await office.run(agent(home), 'createLease', input, SELECTION);
    expect([lease, errors]).toMatchObject([null, [{ code, path }]]);
  }
});

test('R46: the unit of another organization is one that does not exist', async () => {
  const other = await office.unit();
  const input = { unitId: home.unit, startsOn: '2027-03-01' };
  const { errors } = await office.run(agent(other), 'createLease', input, SELECTION);
  expect(errors).toMatchObject([{ code: 'NOT_FOUND', path: ['input', 'unitId'] }]);
});

test('who may only read drafts no lease', async () => {
  const send = office.room.as(staff(home.organizationId, 'ACCOUNTANT'));
  const { errors } = await send(
    'mutation ($input: CreateLeaseInput!) { createLease(input: $input) { lease { id } } }',
    { input: { unitId: home.unit, startsOn: '2027-03-01' } },
  );
  expect(errors).toMatchObject([{ extensions: { code: 'FORBIDDEN' } }]);
});
