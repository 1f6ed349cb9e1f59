import { creditUnusedCharges } from '../src/charge/credit-unused-charges.js';
import { generateChargeLines } from '../src/charge/generate-charge-lines.js';
import {
  type ChargeDesk,
  type LeaseRow,
  openChargeDesk,
  type Place,
} from './support/charge-desk.js';

let desk: ChargeDesk;

beforeAll(async () => {
  desk = await openChargeDesk();
});
afterAll(() => desk.stop());

const generate = ({ organizationId, propertyId }: Place, day: string) =>
  desk.run(organizationId, (scope) => generateChargeLines(scope, { propertyId }, day));

interface LineRow {
  due: string;
  amount: string;
  credited: string;
}

const linesOf = ({ id }: LeaseRow) =>
  desk.sql<LineRow>(
    `select due_on::text as due, amount_minor as amount, credited_minor as credited
     from leasing.charge_lines where lease_id = $1 order by id`,
    [id],
  );

describe('R7: lines that are due', () => {
  it('come once, in date order, however late and often they are generated', async () => {
    const at = await desk.property();
    const lease = await desk.lease(at, {
      startsOn: '2027-01-16',
      charges: [{}, { kind: 'PARKING', label: 'Parking', amountMinor: 50_00, dueDay: 20 }],
    });
    expect(await generate(at, '2027-03-01')).toBe(6);
    expect(await generate(at, '2027-03-01')).toBe(0);
    expect(await generate(at, '2027-02-01')).toBe(0);
    const lines = await linesOf(lease);
    expect(lines.map(({ due, amount }) => [due, Number(amount)])).toEqual([
      ['2027-01-16', 516_13],
      ['2027-01-16', 6_45],
      ['2027-01-20', 50_00],
      ['2027-02-01', 1_000_00],
      ['2027-02-20', 50_00],
      ['2027-03-01', 1_000_00],
    ]);
    const facts = await desk.facts(at.organizationId, 'lease.charge-due.v1');
    expect(facts.map(({ data }) => (data as { dueOn: string }).dueOn)).toEqual(
      lines.map(({ due }) => due),
    );
    expect(facts[0]).toMatchObject({
      sequence: 1,
      data: {
        leaseId: lease.id,
        periodStartsOn: '2027-01-16',
        periodEndsOn: '2027-01-31',
        currency: 'USD',
      },
    });
    const [audit] = await desk.sql<{ count: string }>(
      `select count(*) from leasing.audit_entries where organization_id = $1 and action = 'lease.charge-due'`,
      [at.organizationId],
    );
    expect(audit?.count).toBe('6');
  });

  it('come once when two processes generate at the same time', async () => {
    const at = await desk.property();
    const leases = [];
    for (let count = 0; count < 5; count++)
      leases.push(await desk.lease(at, { startsOn: '2027-01-01' }));
    const counts = await Promise.all([generate(at, '2027-03-01'), generate(at, '2027-03-01')]);
    expect(counts.toSorted()).toEqual([0, 15]);
    for (const lease of leases) expect(await linesOf(lease)).toHaveLength(3);
    expect(await desk.facts(at.organizationId, 'lease.charge-due.v1')).toHaveLength(15);
  });

  it('come ahead of their day where the charge says so, and not for what nobody signed', async () => {
    const at = await desk.property();
    const lease = await desk.lease(at, {
      startsOn: '2027-01-01',
      state: 'FUTURE',
      charges: [{ leadDays: 10 }],
    });
    await desk.lease(at, { startsOn: '2027-01-01', state: 'PENDING_SIGNATURE' });
    expect(await generate(at, '2026-12-21')).toBe(0);
    expect(await generate(at, '2026-12-22')).toBe(1);
    const [row] = await desk.sql<{ next: string }>(
      `select next_charge_on::text as next from leasing.leases where id = $1`,
      [lease.id],
    );
    expect(row?.next).toBe('2027-01-22');
  });

  it('stop where the lease ends; what is charged once is never asked for again', async () => {
    const at = await desk.property();
    const deposit = { kind: 'DEPOSIT', cycle: 'ONCE', label: 'Deposit' } as const;
    const lease = await desk.lease(at, {
      startsOn: '2027-01-01',
      endsOn: '2027-02-14',
      charges: [{}, deposit],
    });
    expect(await generate(at, '2027-12-31')).toBe(3);
    expect((await linesOf(lease)).at(-1)).toMatchObject({ due: '2027-02-01', amount: '50000' });
    const [row] = await desk.sql(`select next_charge_on from leasing.leases where id = $1`, [
      lease.id,
    ]);
    expect(row).toEqual({ next_charge_on: null });
  });
});

it('R6: a changed rent makes new lines only', async () => {
  const at = await desk.property();
  const lease = await desk.lease(at, { startsOn: '2027-01-01' });
  await generate(at, '2027-02-01');
  await desk.sql(`update leasing.charge_templates set amount_minor = 110000 where lease_id = $1`, [
    lease.id,
  ]);
  await generate(at, '2027-03-01');
  expect((await linesOf(lease)).map(({ amount }) => amount)).toEqual([
    '100000',
    '100000',
    '110000',
  ]);
});

describe('R29: an early end', () => {
  it('gives back the unused part of each line once, and says so to other rooms', async () => {
    const at = await desk.property();
    const deposit = {
      kind: 'DEPOSIT',
      cycle: 'ONCE',
      label: 'Deposit',
      startsOn: '2027-06-15',
    } as const;
    const lease = await desk.lease(at, { startsOn: '2027-01-01', charges: [{}, deposit] });
    await generate(at, '2027-06-15');
    const credit = (endedBefore: string) =>
      desk.run(at.organizationId, async (scope) => {
        const ended = { id: lease.id, tenancyId: lease.id, companyId: at.companyId };
        return creditUnusedCharges(scope, ended, endedBefore, 'Moved out early.');
      });
    expect(await credit('2027-06-16')).toBe(1);
    expect(await credit('2027-06-16')).toBe(0);
    expect(await credit('2027-05-31')).toBe(2);
    expect((await linesOf(lease)).map(({ credited }) => Number(credited))).toEqual([
      0, 0, 0, 0, 32_26, 1_000_00, 0,
    ]);
    const facts = await desk.facts(at.organizationId, 'lease.charge-credited.v1');
    expect(facts[0]).toMatchObject({
      data: {
        kind: 'RENT',
        startsOn: '2027-06-16',
        endsOn: '2027-06-30',
        amountMinor: 500_00,
        reason: 'Moved out early.',
      },
    });
    expect(facts).toHaveLength(3);
  });
});
