import { encodeId, newId } from '@propertea/kernel';
import {
  companyChanged,
  companyCreated,
  companyRestored,
  companyRetired,
} from '@propertea/schema/events';
import { type CompanyFact, type Json, Portfolio } from './portfolio.js';

let portfolio: Portfolio;
beforeAll(async () => {
  portfolio = await Portfolio.start();
});
afterAll(() => portfolio?.stop());

const fact = (organizationId: string): CompanyFact => ({
  companyId: newId(),
  organizationId,
  code: 'ACME',
  name: 'Acme',
  currency: 'EUR',
  isRetired: false,
});

async function copyOf({ companyId }: CompanyFact): Promise<Json> {
  const { rows } = await portfolio.admin.query(
    'select code, name, is_retired, sequence from properties.companies where id = $1',
    [companyId],
  );
  return rows;
}

function* permutations<T>(items: T[]): Generator<T[]> {
  if (items.length < 2) yield items;
  for (const [index, item] of items.entries()) {
    const rest = items.toSpliced(index, 1);
    for (const tail of permutations(rest)) yield [item, ...tail];
  }
}

test('R50: the facts of a company end in the same copy in whatever order and however often they come', async () => {
  for (const order of permutations([0, 1, 2, 3])) {
    const company = fact(newId());
    const facts = [
      [companyCreated, company],
      [companyChanged, { ...company, name: 'Acme Homes' }],
      [companyRetired, { ...company, name: 'Acme Homes', isRetired: true }],
      [companyRestored, { ...company, code: 'ACMEH', name: 'Acme Homes' }],
    ] as const;
    for (const index of [...order, order[0] ?? 0]) {
      const [contract, state] = facts[index] ?? facts[0];
      await portfolio.publish(contract, state, company.companyId, index + 1);
    }
    await portfolio.settle();
    expect(await copyOf(company)).toEqual([
      { code: 'ACMEH', name: 'Acme Homes', is_retired: false, sequence: 4 },
    ]);
  }
});

test('R50: a retirement that comes before the creation stays', async () => {
  const company = fact(newId());
  await portfolio.publish(companyRetired, { ...company, isRetired: true }, company.companyId, 2);
  await portfolio.publish(companyCreated, company, company.companyId, 1);
  await portfolio.settle();
  expect(await copyOf(company)).toMatchObject([{ is_retired: true, sequence: 2 }]);
});

test('a property of a company whose fact is still on its way is created as soon as it arrives', async () => {
  const office = await portfolio.organization();
  const late = { ...fact(office.organizationId), companyId: newId() };
  const companyId = encodeId('Company', late.companyId);
  const creating = office.run('createProperty', { ...office.newProperty(), companyId });
  await new Promise((resolve) => setTimeout(resolve, 100));
  await portfolio.publish(companyCreated, late, late.companyId, 1);
  expect(await creating).toMatchObject({
    errors: [],
    property: { currency: 'EUR', company: { id: companyId } },
  });
});

test('an old unknown company is answered at once, a young one may still come', async () => {
  const office = await portfolio.organization();
  const young = encodeId('Company', newId());
  let isWaiting = true;
  const waiting = office
    .run('createProperty', { ...office.newProperty(), companyId: young })
    .finally(() => (isWaiting = false));
  const companyId = encodeId('Company', '01920000-0000-7000-8000-000000000001');
  const { errors } = await office.run('createProperty', { ...office.newProperty(), companyId });
  expect(errors).toEqual([
    { code: 'NOT_FOUND', message: 'Company not found.', path: ['input', 'companyId'] },
  ]);
  expect(isWaiting).toBe(true);
  await waiting;
});

test('the code of a company shows in the references of its units as soon as it changes', async () => {
  const office = await portfolio.organization();
  const property = await office.property({ code: 'P1' });
  const unit = await office.unit(property.id, { code: 'U1' });
  const { company } = office;
  await portfolio.publish(companyChanged, { ...company, code: 'NEW' }, company.companyId, 2);
  await portfolio.settle();
  const { data } = await office.send('query($id: ID!) { unit(id: $id) { reference } }', {
    id: unit.id,
  });
  expect(data).toEqual({ unit: { reference: 'NEW-P1-U1' } });
});
