import type { EntityManager } from '@mikro-orm/postgresql';
import { addDays, DomainError, newId } from '@propertea/kernel';
import fc from 'fast-check';
import { recordAvailability } from '../src/occupancy/availability.js';
import { type Holding, holdingOf, occupy, vacate } from '../src/occupancy/occupy.js';
import { OccupancyKind } from '../src/terms.js';
import { type ChargeDesk, openChargeDesk, type Place } from './support/charge-desk.js';

let desk: ChargeDesk;
let at: Place;
beforeAll(async () => {
  desk = await openChargeDesk();
  at = await desk.property();
});
afterAll(() => desk.stop());

const FIRST = '2027-07-01';
/** Behind every day that a case names. */
const HORIZON = 80;

/** Somebody wants the unit for `length` days from the day number `start` on, or without an end; or lets it go. */
interface Wish {
  who: number;
  isLeaving: boolean;
  start: number;
  length: number | null;
}

const wish = fc.record<Wish>({
  who: fc.integer({ min: 0, max: 4 }),
  isLeaving: fc.integer({ min: 0, max: 4 }).map((one) => one === 0),
  start: fc.integer({ min: 0, max: 30 }),
  length: fc.option(fc.integer({ min: 1, max: 12 }), { freq: 6 }),
});

const KINDS = [
  OccupancyKind.LEASE,
  OccupancyKind.LEASE,
  OccupancyKind.RESERVATION,
  OccupancyKind.BLOCK,
  OccupancyKind.LEASE,
] as const;

/** R25 day by day: a set of days for each who holds the unit; slow, and plain enough to be believed. */
class SlowUnit {
  readonly #held = new Map<number, { start: number; days: Set<number>; isOpen: boolean }>();

  /** The first who is in the way, or null: then the wish is fulfilled. */
  hear({ who, isLeaving, start, length }: Wish): number | null {
    if (isLeaving) {
      this.#held.delete(who);
      return null;
    }
    const days = new Set<number>();
    for (let day = start; day < (length === null ? HORIZON : start + length); day++) days.add(day);
    let met: number | null = null;
    for (const [other, held] of this.#held) {
      if (other === who || ![...days].some((day) => held.days.has(day))) continue;
      if (met === null || held.start < (this.#held.get(met)?.start ?? 0)) met = other;
    }
    if (met === null) this.#held.set(who, { start, days, isOpen: length === null });
    return met;
  }

  startOf(who: number): string {
    return addDays(FIRST, this.#held.get(who)?.start ?? 0);
  }

  get periods(): string[] {
    return [...this.#held]
      .toSorted(([, a], [, b]) => a.start - b.start)
      .map(([who, { start, days, isOpen }]) => {
        const last = isOpen ? 'open' : addDays(FIRST, start + days.size - 1);
        return `${KINDS[who]} ${addDays(FIRST, start)} ${last}`;
      });
  }

  /** From when on it is free for good; null where no end is in sight. */
  get freeFrom(): string | null {
    let last = -1;
    for (const { days, isOpen } of this.#held.values()) {
      if (isOpen) return null;
      last = Math.max(last, ...days);
    }
    return last < 0 ? null : addDays(FIRST, last + 1);
  }
}

/** One of those who want the unit, under its id. */
function holdingFor(unitId: string, id: string, { who, start, length }: Wish): Holding {
  const startsOn = addDays(FIRST, start);
  const endsBefore = length === null ? null : addDays(startsOn, length);
  const kind = KINDS[who] ?? OccupancyKind.LEASE;
  return holdingOf({ ...at, unitId, id, startsOn, endsBefore }, kind);
}

interface Kept {
  periods: string[];
  freeFrom: string | null;
}

async function keptOf(em: EntityManager, unitId: string): Promise<Kept> {
  const periods = await em.execute<{ period: string }[]>(
    `select kind || ' ' || starts_on || ' ' || coalesce((ends_before - 1)::text, 'open') as period
     from leasing.occupancies where unit_id = ? order by starts_on`,
    [unitId],
  );
  const [unit] = await em.execute<{ freeFrom: string }[]>(
    'select available_from as "freeFrom" from leasing.rentable_units where id = ?',
    [unitId],
  );
  return { periods: periods.map(({ period }) => period), freeFrom: unit?.freeFrom ?? null };
}

async function newUnit(): Promise<string> {
  const id = newId();
  await desk.sql(
    `insert into leasing.rentable_units (organization_id, id, company_id, property_id, code, category, sequence, created_at, updated_at)
     values ($1, $2, $3, $4, $5, 'OTHER', 1, '2027-06-01', '2027-06-01')`,
    [at.organizationId, id, at.companyId, at.propertyId, id.slice(-10)],
  );
  return id;
}

test('R25: what holds a unit is what a slow count of days says, and who is refused learns of the first in the way', async () => {
  let refusals = 0;
  await fc.assert(
    fc.asyncProperty(fc.array(wish, { minLength: 2, maxLength: 12 }), async (wishes) => {
      const unitId = await newUnit();
      const ids = KINDS.map(() => newId());
      const slow = new SlowUnit();
      for (const one of wishes) {
        const holding = holdingFor(unitId, ids[one.who] ?? '', one);
        const wanted = slow.hear(one);
        const work = desk.run(at.organizationId, async ({ em, journal, organizationId, now }) => {
          if (one.isLeaving) await vacate(em, holding);
          else await occupy(em, holding, ['input']);
          await recordAvailability(em, journal, organizationId, [unitId], now);
        });
        if (wanted === null) {
          await work;
        } else {
          refusals++;
          const refusal = await work.then(
            () => null,
            (error: unknown) => error,
          );
          expect(refusal).toBeInstanceOf(DomainError);
          const code = KINDS[wanted] === OccupancyKind.BLOCK ? 'UNIT_BLOCKED' : 'UNIT_OCCUPIED';
          const from = slow.startOf(wanted);
          expect([(refusal as DomainError).code, (refusal as DomainError).message]).toEqual([
            code,
            expect.stringContaining(`from ${from} `),
          ]);
        }
        const kept = await desk.run(at.organizationId, ({ em }) => keptOf(em, unitId));
        expect(kept.periods).toEqual(slow.periods);
        if (slow.periods.length > 0) expect(kept.freeFrom).toBe(slow.freeFrom);
      }
    }),
    { numRuns: 60 },
  );
  // Cases in which nobody is in anybody's way would prove little.
  expect(refusals).toBeGreaterThan(30);
});
