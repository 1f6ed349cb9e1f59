import { addDays } from '@propertea/kernel';
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

async function stateOf({ id }: LeaseRow): Promise<unknown> {
  const [row] = await desk.sql(`select state from leasing.leases where id = $1`, [id]);
  return row?.['state'];
}

async function heldUntil({ id }: LeaseRow): Promise<unknown> {
  const [row] = await desk.sql(
    `select ends_before::text as until from leasing.occupancies where lease_id = $1`,
    [id],
  );
  return row && row['until'];
}

/** Everything that a run could have written, but for times. */
async function written({ organizationId }: Place): Promise<unknown> {
  const counts = [];
  for (const table of [
    'audit_entries',
    'outbox',
    'charge_lines',
    'hold_over_conflicts',
    'occupancies',
  ])
    counts.push(
      ...(await desk.sql(`select count(*) from leasing.${table} where organization_id = $1`, [
        organizationId,
      ])),
    );
  const leases = await desk.sql(
    `select state, version, next_charge_on from leasing.leases where organization_id = $1 order by id`,
    [organizationId],
  );
  return [counts, leases];
}

describe('the day of a property', () => {
  it('activates what was signed for it, and charges it', async () => {
    const at = await desk.property();
    const lease = await desk.lease(at, { startsOn: '2027-03-10', state: 'FUTURE' });
    await desk.day(at, '2027-03-09');
    expect(await stateOf(lease)).toBe('FUTURE');
    await desk.day(at, '2027-03-10');
    expect(await stateOf(lease)).toBe('ACTIVE');
    expect(await desk.facts(at.organizationId, 'lease.activated.v1')).toEqual([
      {
        sequence: 2,
        data: expect.objectContaining({
          leaseId: lease.id,
          state: 'ACTIVE',
          parties: [expect.anything()],
        }),
      },
    ]);
    expect(await desk.facts(at.organizationId, 'lease.charge-due.v1')).toHaveLength(1);
  });

  it('R7: run twice, it changes nothing', async () => {
    const at = await desk.property();
    await desk.lease(at, { startsOn: '2027-03-01', state: 'FUTURE' });
    await desk.lease(at, { startsOn: '2026-03-01', endsOn: '2027-02-28' });
    await desk.lease(at, { startsOn: '2026-03-01', state: 'NOTICE_GIVEN', endedOn: '2027-02-28' });
    await desk.day(at, '2027-03-01');
    const once = await written(at);
    await desk.day(at, '2027-03-01');
    expect(await written(at)).toEqual(once);
  });

  it('ends a notice on the day after its last one, and frees the unit', async () => {
    const at = await desk.property();
    const lease = await desk.lease(at, {
      startsOn: '2026-01-01',
      state: 'NOTICE_GIVEN',
      endedOn: '2027-03-31',
    });
    await desk.day(at, '2027-03-31');
    expect(await stateOf(lease)).toBe('NOTICE_GIVEN');
    await desk.day(at, '2027-04-01');
    expect(await stateOf(lease)).toBe('TERMINATED');
    expect(await heldUntil(lease)).toBe('2027-04-01');
    const [ended] = await desk.facts(at.organizationId, 'lease.ended.v1');
    expect(ended).toMatchObject({ data: { state: 'TERMINATED', endedOn: '2027-03-31' } });
    expect(await desk.facts(at.organizationId, 'unit.availability-changed.v1')).toHaveLength(1);
    const due = await desk.facts(at.organizationId, 'lease.charge-due.v1');
    expect(due.at(-1)).toMatchObject({ data: { periodEndsOn: '2027-03-31' } });
  });

  it('R27: a term whose renewal is signed expires, and the new lease goes on', async () => {
    const at = await desk.property();
    const old = await desk.lease(at, { startsOn: '2026-04-01', endsOn: '2027-03-31' });
    const renewal = await desk.lease(at, {
      startsOn: '2027-04-01',
      state: 'FUTURE',
      unitId: old.unitId,
      renewedFromId: old.id,
    });
    await desk.day(at, '2027-04-01');
    expect([await stateOf(old), await stateOf(renewal)]).toEqual(['EXPIRED', 'ACTIVE']);
    expect(
      await desk.sql(`select from leasing.hold_over_conflicts where organization_id = $1`, [
        at.organizationId,
      ]),
    ).toEqual([]);
  });

  it('R26: a term that nobody ended goes on at will, holds its unit and is charged until move-out', async () => {
    const at = await desk.property();
    const lease = await desk.lease(at, { startsOn: '2026-04-01', endsOn: '2027-03-15' });
    for (const day of ['2027-03-15', '2027-03-16', '2027-04-01', '2027-05-01'])
      await desk.day(at, day);
    expect(await stateOf(lease)).toBe('AT_WILL');
    expect(await heldUntil(lease)).toBeNull();
    const lines = await desk.sql(
      `select due_on::text as due, amount_minor::int as amount from leasing.charge_lines
       where lease_id = $1 and due_on >= '2027-03-01' order by id`,
      [lease.id],
    );
    expect(lines).toEqual([
      { due: '2027-03-01', amount: 483_87 },
      { due: '2027-03-16', amount: 516_13 },
      { due: '2027-04-01', amount: 1_000_00 },
      { due: '2027-05-01', amount: 1_000_00 },
    ]);
    await desk.sql(`update leasing.leases set ended_before = '2027-05-11' where id = $1`, [
      lease.id,
    ]);
    for (const day of ['2027-05-11', '2027-06-01']) await desk.day(at, day);
    expect(await stateOf(lease)).toBe('TERMINATED');
    expect(await heldUntil(lease)).toBe('2027-05-11');
    expect(await desk.facts(at.organizationId, 'lease.charge-due.v1')).toHaveLength(15);
  });

  it('R25: at will and met by a signed lease is a conflict, recorded once', async () => {
    const at = await desk.property();
    const old = await desk.lease(at, { startsOn: '2026-04-01', endsOn: '2027-03-31' });
    const next = await desk.lease(at, {
      startsOn: '2027-04-05',
      state: 'FUTURE',
      unitId: old.unitId,
    });
    for (const day of ['2027-04-01', '2027-04-02', '2027-04-05']) await desk.day(at, day);
    expect([await stateOf(old), await stateOf(next)]).toEqual(['AT_WILL', 'ACTIVE']);
    expect(await heldUntil(old)).toBe('2027-04-05');
    expect(
      await desk.sql(
        `select at_will_lease_id, future_lease_id, recorded_on::text from leasing.hold_over_conflicts
         where organization_id = $1`,
        [at.organizationId],
      ),
    ).toEqual([{ at_will_lease_id: old.id, future_lease_id: next.id, recorded_on: '2027-04-01' }]);
  });

  it('R25: a reservation that expired frees its unit, also for who stays on at will', async () => {
    const at = await desk.property();
    const old = await desk.lease(at, { startsOn: '2026-04-01', endsOn: '2027-03-31' });
    const reserved = await desk.lease(at, {
      startsOn: '2027-05-01',
      state: 'PENDING_SIGNATURE',
      unitId: old.unitId,
      reservedUntil: '2099-01-01T00:00:00Z',
    });
    await desk.day(at, '2027-04-01');
    expect(await heldUntil(old)).toBe('2027-05-01');
    await desk.sql(`update leasing.leases set reserved_until = '2027-01-01' where id = $1`, [
      reserved.id,
    ]);
    await desk.day(at, '2027-04-02');
    expect(await heldUntil(reserved)).toBeUndefined();
    expect(await heldUntil(old)).toBeNull();
    expect(await stateOf(reserved)).toBe('PENDING_SIGNATURE');
  });

  it('expires offers after their last day and shows a rent from the day on which it changes', async () => {
    const at = await desk.property();
    const changes = [{ effectiveOn: '2027-04-15', amountMinor: 1_100_00 }];
    const lease = await desk.lease(at, { startsOn: '2027-01-01', charges: [{ changes }] });
    const rent = async () =>
      (
        await desk.sql(`select rent_minor::int as rent from leasing.leases where id = $1`, [
          lease.id,
        ])
      )[0];
    await desk.sql(
      `insert into leasing.renewal_offers (organization_id, id, lease_id, state, starts_on, rent_minor, expires_on,
         created_at, updated_at)
       values ($1, gen_random_uuid(), $2, 'OFFERED', '2028-01-01', 1, '2027-04-14', now(), now())`,
      [at.organizationId, lease.id],
    );
    const offer = async () =>
      (
        await desk.sql(`select state from leasing.renewal_offers where lease_id = $1`, [lease.id])
      )[0];
    await desk.day(at, '2027-04-14');
    expect([await rent(), await offer()]).toEqual([{ rent: 1_000_00 }, { state: 'OFFERED' }]);
    await desk.day(at, '2027-04-15');
    expect([await rent(), await offer()]).toEqual([{ rent: 1_100_00 }, { state: 'EXPIRED' }]);
  });

  it('leaves every holding with the rent and the reservation of its lease', async () => {
    const at = await desk.property();
    const changes = [{ effectiveOn: '2027-04-15', amountMinor: 1_100_00 }];
    const running = await desk.lease(at, { startsOn: '2027-01-01', charges: [{ changes }] });
    const reserved = await desk.lease(at, {
      startsOn: '2027-05-01',
      state: 'PENDING_SIGNATURE',
      reservedUntil: '2099-01-01T00:00:00Z',
    });
    const held = async ({ id }: LeaseRow) =>
      (
        await desk.sql(
          `select rent_minor::int as rent, extract(year from reserved_until)::int as until
           from leasing.occupancies where lease_id = $1`,
          [id],
        )
      )[0];
    expect(await held(running)).toEqual({ rent: 1_000_00, until: null });
    expect(await held(reserved)).toEqual({ rent: 1_000_00, until: 2099 });
    await desk.day(at, '2027-04-15');
    expect(await held(running)).toEqual({ rent: 1_100_00, until: null });
    await desk.sql(`update leasing.leases set reserved_until = null where id = $1`, [reserved.id]);
    expect(await held(reserved)).toEqual({ rent: 1_000_00, until: null });
  });

  it('leaves other properties and organizations alone', async () => {
    const at = await desk.property();
    const other = await desk.property();
    const theirs = await desk.lease(other, { startsOn: '2027-03-01', state: 'FUTURE' });
    await desk.day(at, '2027-04-01');
    await desk.run(at.organizationId, async () => undefined);
    expect(await stateOf(theirs)).toBe('FUTURE');
    await expect(
      desk.day({ ...at, propertyId: other.propertyId }, '2027-04-01'),
    ).resolves.toBeUndefined();
    expect(await stateOf(theirs)).toBe('FUTURE');
  });

  it('R7: days one by one leave what one late day leaves', async () => {
    const late = await desk.property();
    const daily = await desk.property();
    const values = { startsOn: '2027-01-10', endsOn: '2027-03-20', state: 'FUTURE' };
    const [a, b] = [await desk.lease(late, values), await desk.lease(daily, values)];
    for (let day = '2027-01-01'; day <= '2027-04-10'; day = addDays(day, 1))
      await desk.day(daily, day);
    await desk.day(late, '2027-04-10');
    const lines = ({ id }: LeaseRow) =>
      desk.sql(
        `select due_on::text, period_ends_before::text, amount_minor from leasing.charge_lines where lease_id = $1 order by id`,
        [id],
      );
    expect(await lines(b)).toHaveLength(5);
    expect(await stateOf(b)).toBe('AT_WILL');
    expect((await lines(a)).map((line) => line['due_on'])).toEqual([
      '2027-01-10',
      '2027-02-01',
      '2027-03-01',
      '2027-04-01',
    ]);
  });
});
