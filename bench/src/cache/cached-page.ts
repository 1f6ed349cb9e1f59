import type { ChildProcess } from 'node:child_process';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { freePort } from '@propertea/postgres';
import { child, end, messageOf } from '../child.js';
import { interleave, type Measurement, measurement } from '../harness.js';
import { type Load, load, type LoadResult } from '../load.js';
import { type PageData, pageRequest } from '../read/page.js';
import { openStand } from '../stand.js';

/** What the landlord portal asks for a property, all of which may be kept. */
const PAGE = /* GraphQL */ `
  query PropertyPage($property: ID!) {
    property(id: $property) {
      id
      version
      code
      name
      type
      isRetired
      jurisdiction
      timeZone
      currency
      unitCount
      createdAt
      updatedAt
      address {
        line1
        postalCode
        city
        country
      }
      company {
        id
        code
        name
      }
      unitCountsByCategory {
        category
        count
      }
      units(first: 100) {
        totalCount
        nodes {
          id
          code
          category
          bedrooms
          floor
          isRetired
        }
      }
    }
  }
`;
const CONNECTIONS = [1, 10, 50];

/**
 * A property page that the gateway keeps, one that it does not, and the same bytes as a file. Medians of
 * interleaved rounds; the houses are alike, each with a database of its own.
 */
export async function measureCachedPage({ quick }: { quick: boolean }): Promise<Measurement[]> {
  const stands = [await openStand(), await openStand()];
  const children: ChildProcess[] = [];
  try {
    const [kept, fetched] = await inTurn(
      stands.map(({ adminUrl, secrets, directory }, index) => async () => {
        const parts = { adminUrl, secrets, directory, cacheEnabled: index === 0 };
        const house = child(new URL('../read/house-process.js', import.meta.url), [
          JSON.stringify({ ...parts, port: await freePort() }),
        ]);
        children.push(house);
        return requestOf(((await messageOf(house)) as { ready: PageData }).ready);
      }),
    );
    if (!kept || !fetched) throw new Error('There is no house to measure');
    const file = join(stands[0]?.directory ?? '', 'page.json');
    const { url, headers, body } = kept;
    await writeFile(file, await (await fetch(url, { method: 'POST', headers, body })).text());
    const server = child(new URL('static-process.js', import.meta.url), [file]);
    children.push(server);
    const asFile = { ...kept, url: `${((await messageOf(server)) as { url: string }).url}/page` };

    const measured: Measurement[] = [];
    for (const connections of CONNECTIONS) {
      const seconds = quick ? 1 : 4;
      const once = (request: typeof kept) => () => load({ ...request, connections, seconds });
      for (const request of [kept, fetched, asFile]) {
        // oxlint-disable-next-line no-await-in-loop -- the machine is measured by one at a time
        await load({ ...request, connections: 10, seconds: quick ? 1 : 3 });
      }
      // oxlint-disable-next-line no-await-in-loop -- the machine is measured by one at a time
      const results = await interleave<LoadResult>(quick ? 1 : 5, {
        ours: once(kept),
        'ours without the cache': once(fetched),
        'the same bytes as a file': once(asFile),
      });
      const of = (figure: keyof LoadResult) =>
        Object.fromEntries(
          Object.entries(results).map(([name, all]) => [name, all.map((each) => each[figure])]),
        );
      const about = `property page, ${connections} connections`;
      measured.push(
        measurement({ case: about, metric: 'p50', unit: 'ms' }, of('p50')),
        measurement({ case: about, metric: 'requests', unit: '/s' }, of('perSecond')),
      );
    }
    return measured;
  } finally {
    for (const each of children) await end(each);
    for (const stand of stands) await stand.close();
  }
}

function requestOf(data: PageData): Omit<Load, 'connections' | 'seconds'> {
  const { url, headers } = pageRequest(data, data.property);
  const variables = { property: data.property };
  return { url, headers, body: JSON.stringify({ query: PAGE, variables }) };
}

async function inTurn<T>(steps: readonly (() => Promise<T>)[]): Promise<T[]> {
  const done: T[] = [];
  // oxlint-disable-next-line no-await-in-loop -- starting is work for both processors
  for (const step of steps) done.push(await step());
  return done;
}
