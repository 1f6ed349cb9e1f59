import { Scheduler } from '@propertea/chassis/messaging';
import { createLogger } from '@propertea/chassis/runtime';
import { Store } from '@propertea/chassis/store';
import { eventually, TestClock } from '@propertea/testkit';
import { entities } from '../src/entities.js';
import { propertyDay, schedulePropertyDays } from '../src/property-day/property-day.schedule.js';
import { type ChargeDesk, openChargeDesk, type Place } from './support/charge-desk.js';

let desk: ChargeDesk;
const stops: (() => Promise<void>)[] = [];

beforeAll(async () => {
  desk = await openChargeDesk();
});
afterEach(async () => {
  for (const stop of stops.splice(0)) await stop();
  // The days of these properties are no affair of the tests to come.
  await desk.sql('delete from leasing.schedules');
});
afterAll(() => desk.stop());

/** A process of the room that does nothing but run what is due. */
async function startProcess(clock: TestClock): Promise<Scheduler> {
  const databaseUrl = desk.database.urlFor('leasing');
  const store = await Store.open({ room: 'leasing', databaseUrl, poolMax: 3, entities });
  const logger = createLogger('test', 'silent');
  const scheduler = new Scheduler(store, [propertyDay], clock, logger, () => undefined);
  stops.push(async () => {
    await scheduler.stop();
    await store.close();
  });
  scheduler.start();
  return scheduler;
}

const idle = (scheduler: Scheduler) => eventually(() => scheduler.isIdle(), Boolean);

async function register(at: Place, timeZone: string, now: Date): Promise<void> {
  await desk.run(at.organizationId, async ({ journal }) =>
    schedulePropertyDays(journal, { id: at.propertyId, timeZone }, now),
  );
}

async function daily(timeZone: string, startsOn: string): Promise<Place> {
  const at = await desk.property({ timeZone });
  await desk.lease(at, { startsOn, charges: [{ cycle: 'DAILY', amountMinor: 10_00 }] });
  return at;
}

const linesOf = ({ organizationId }: Place) =>
  desk.sql<{ due: string }>(
    `select due_on::text as due from leasing.charge_lines where organization_id = $1 order by id`,
    [organizationId],
  );
const dueDays = async (at: Place) => (await linesOf(at)).map(({ due }) => due);

async function nextRun({ organizationId }: Place): Promise<string | undefined> {
  const [row] = await desk.sql<{ at: Date }>(
    `select due_at as at from leasing.schedules where organization_id = $1`,
    [organizationId],
  );
  return row?.at.toISOString();
}

describe('days of properties', () => {
  it('R7: those that were missed are run one by one, in date order', async () => {
    const clock = new TestClock(new Date('2027-02-25T12:00:00Z'));
    const at = await daily('America/Chicago', '2027-02-26');
    const fixed = await desk.lease(at, {
      startsOn: '2026-02-27',
      endsOn: '2027-02-26',
      charges: [],
    });
    await register(at, 'America/Chicago', clock.now());
    clock.advance({ days: 4 });
    await idle(await startProcess(clock));
    expect(await dueDays(at)).toEqual(['2027-02-26', '2027-02-27', '2027-02-28', '2027-03-01']);
    expect(await nextRun(at)).toBe('2027-03-02T06:00:00.000Z');
    const [lease] = await desk.sql(
      `select state, at_will_since::text as since from leasing.leases where id = $1`,
      [fixed.id],
    );
    expect(lease).toEqual({ state: 'AT_WILL', since: '2027-02-27' });
  });

  it('begin when they do there, in each time zone', async () => {
    const clock = new TestClock(new Date('2027-04-30T09:30:00Z'));
    const places = await Promise.all(
      ['Pacific/Auckland', 'Europe/Berlin', 'America/Chicago'].map(async (timeZone) => {
        const at = await daily(timeZone, '2027-05-01');
        await register(at, timeZone, clock.now());
        return at;
      }),
    );
    const process = await startProcess(clock);
    const counts = async () => {
      process.wake();
      await idle(process);
      return Promise.all(places.map(async (at) => (await dueDays(at)).length));
    };
    expect(await counts()).toEqual([0, 0, 0]);
    clock.advance({ seconds: 3 * 3600 });
    expect(await counts()).toEqual([1, 0, 0]);
    clock.advance({ seconds: 10 * 3600 });
    expect(await counts()).toEqual([1, 1, 0]);
    clock.advance({ seconds: 7 * 3600 });
    expect(await counts()).toEqual([1, 1, 1]);
  });

  it('are each one day when the clock changes, forward and back', async () => {
    const clock = new TestClock(new Date('2027-03-27T12:00:00Z'));
    const at = await daily('Europe/Berlin', '2027-03-28');
    await register(at, 'Europe/Berlin', clock.now());
    clock.advance({ days: 3 });
    const process = await startProcess(clock);
    await idle(process);
    expect(await dueDays(at)).toEqual(['2027-03-28', '2027-03-29', '2027-03-30']);
    expect(await nextRun(at)).toBe('2027-03-30T22:00:00.000Z');

    await desk.sql(
      `update leasing.schedules set due_at = '2027-10-30T22:00:00Z', available_at = '2027-10-30T22:00:00Z'`,
    );
    clock.advance({ days: 216 });
    process.wake();
    await idle(process);
    const days = await dueDays(at);
    expect(new Set(days).size).toBe(days.length);
    expect(days.at(-1)).toBe('2027-11-01');
    expect(await nextRun(at)).toBe('2027-11-01T23:00:00.000Z');
  });

  it('are run once by two processes', async () => {
    const clock = new TestClock(new Date('2027-06-01T12:00:00Z'));
    const places = await Promise.all([1, 2, 3].map(() => daily('America/Chicago', '2027-06-02')));
    for (const at of places) await register(at, 'America/Chicago', clock.now());
    clock.advance({ days: 5 });
    const processes = await Promise.all([startProcess(clock), startProcess(clock)]);
    for (const process of processes) await idle(process);
    for (const at of places) {
      expect(await dueDays(at)).toEqual(
        ['02', '03', '04', '05', '06'].map((day) => `2027-06-${day}`),
      );
      const facts = await desk.facts(at.organizationId, 'lease.charge-due.v1');
      expect(facts).toHaveLength(5);
    }
  });

  it('go on from where they are when a property is told of again', async () => {
    const clock = new TestClock(new Date('2027-06-01T12:00:00Z'));
    const at = await daily('America/Chicago', '2027-06-02');
    await register(at, 'America/Chicago', clock.now());
    clock.advance({ days: 3 });
    await register(at, 'America/Chicago', clock.now());
    await idle(await startProcess(clock));
    expect(await dueDays(at)).toEqual(['2027-06-02', '2027-06-03', '2027-06-04']);
  });
});
