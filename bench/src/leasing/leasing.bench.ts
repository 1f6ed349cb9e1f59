import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createLogger } from '@propertea/chassis/runtime';
import { type Identity, localDateAt, systemIdentity } from '@propertea/kernel';
import {
  DEVELOPMENTS_FILE,
  type House,
  letUnits,
  readDevelopments,
  Rents,
  runDemo,
  startHouse,
} from '@propertea/local';
import { freePort } from '@propertea/postgres';
import { isOfRequest, statementsOf } from '@propertea/testkit';
import { type Bench, type Measurement, median } from '../harness.js';
import { organizationOf, runImport, settled, upload } from '../import/organizations.js';
import { openStand } from '../stand.js';
import { DueDays, firstOfMonth } from './due-days.js';
import { availabilityOf, occupancyOn, unitsOfLargestProperty } from './questions.js';
import { ShiftedClock } from './shifted-clock.js';

const LIMITS = { monthSeconds: 20, occupancyMs: 100 };

export const leasingBench: Bench = {
  name: 'leasing',
  about:
    'the full demo, 22,000 leases: take-over, due lines of a month; availability and occupancy of 24,398 units in one organization',
  async run({ quick, log }) {
    const stand = await openStand();
    const clock = new ShiftedClock();
    let house: House | undefined;
    let days: DueDays | undefined;
    try {
      house = await startHouse({
        adminUrl: stand.adminUrl,
        secrets: stand.secrets,
        port: await freePort(),
        uploadDirectory: join(stand.directory, 'uploads'),
        logger: createLogger('bench', 'error'),
        gateway: false,
        clock,
      });
      days = await DueDays.of(stand.adminUrl);
      const { leases, seconds: takenOver, largest } = await demo(house, log);
      await settled(house);
      log(`${leases} leases, ${await days.lines()} lines of this month`);
      const today = localDateAt(clock.now(), 'America/Chicago');
      const seconds: number[] = [];
      for (let month = 1; month <= (quick ? 1 : 3); month++) {
        const known = await days.lines();
        const midnight = await days.skipTo(firstOfMonth(today, month));
        const from = performance.now();
        clock.set(midnight);
        await days.done(midnight);
        seconds.push((performance.now() - from) / 1_000);
        log(`month ${month}: ${(await days.lines()) - known} lines`);
        await settled(house);
      }
      // Requests are signed by the machine's clock.
      clock.set(new Date());
      const identity = await portfolio(house);
      await letUnits(
        house,
        { id: identity.organizationId ?? '', name: 'Bench' },
        await Rents.read(),
      );
      await settled(house);
      const running = house;
      const units = await unitsOfLargestProperty(running, identity);
      const statements = await statementsOf(() => availabilityOf(running, identity, units));
      return [
        line('take-over by the demo, base rents included', 'leases per second', '1/s', [
          leases / takenOver,
        ]),
        line(`a month of ${leases} leases`, 'all due lines there', 's', seconds, {
          'at most': LIMITS.monthSeconds,
        }),
        line(`availability of ${units.length} units of a property`, 'statements', '', [
          statements.filter((sql) => /from leasing\./u.test(sql) && isOfRequest(sql)).length,
        ]),
        line(
          'availability',
          'asked to answered',
          'ms',
          await times(quick, () => availabilityOf(running, identity, units)),
        ),
        line(
          'occupancy of the largest organization of the demo',
          'asked to answered',
          'ms',
          await times(quick, () => occupancyOn(running, largest, today)),
          { 'at most': LIMITS.occupancyMs },
        ),
        line(
          'occupancy of all 24,398 units in one organization',
          'asked to answered',
          'ms',
          await times(quick, () => occupancyOn(running, identity, today)),
          { 'at most': LIMITS.occupancyMs },
        ),
      ];
    } finally {
      await days?.close();
      await house?.stop();
      await stand.close();
    }
  },
};

/** The demo in all 200 organizations; how many leases it made, and in how many seconds. */
async function demo(
  house: House,
  log: (line: string) => void,
): Promise<{ leases: number; seconds: number; largest: Identity }> {
  const properties = house.places.find(({ name }) => name === 'properties');
  let from = 0;
  const { leases, largest } = await runDemo(house, {
    propertiesUrl: properties?.url ?? '',
    letting: Infinity,
    onProgress: (what, done, total) => {
      if (what === 'imported' && done === total) from = performance.now();
      if (what === 'let' && done === total) log(`${total} organizations`);
    },
  });
  const seconds = (performance.now() - from) / 1_000;
  return { leases, seconds, largest: systemIdentity(largest) };
}

/** An organization with all developments of the demo. */
async function portfolio(house: House): Promise<Identity> {
  const companies = (await readDevelopments()).map(({ company }) => company);
  const identity = await organizationOf(house, companies.filter(Boolean));
  const importId = await upload(house, identity, await readFile(DEVELOPMENTS_FILE, 'utf8'));
  await runImport(house, identity, importId);
  await settled(house);
  return identity;
}

async function times(quick: boolean, ask: () => Promise<void>): Promise<number[]> {
  await ask();
  const taken: number[] = [];
  for (let round = 0; round < (quick ? 3 : 30); round++) {
    const before = performance.now();
    await ask();
    taken.push(performance.now() - before);
  }
  return taken;
}

function line(
  name: string,
  metric: string,
  unit: string,
  values: number[],
  peers: Record<string, number> = {},
): Measurement {
  const ours = median(values);
  return {
    case: name,
    metric,
    unit,
    ours,
    peers,
    spread: (Math.max(...values) - Math.min(...values)) / ours,
  };
}
