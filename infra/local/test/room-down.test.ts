import { overHttp, type RoomTransport } from '@propertea/chassis/runtime';
import { freePort, type MadeUnit, seedOf, type Send } from '@propertea/testkit';
import { type HouseWithGateway, startHouseWithGateway } from './support/gateway.js';

let house: HouseWithGateway;
let unit: MadeUnit;
let send: Send;

/** A page that takes all three rooms. */
const PAGE = /* GraphQL */ `
  query ($property: ID!) {
    viewer {
      name
      memberships {
        nodes {
          organization {
            name
          }
        }
      }
    }
    companies {
      nodes {
        name
        properties {
          totalCount
        }
      }
    }
    property(id: $property) {
      name
      company {
        name
      }
      units {
        nodes {
          code
        }
      }
      history {
        nodes {
          action
          actor {
            name
          }
        }
      }
    }
  }
`;

beforeAll(async () => {
  house = await startHouseWithGateway();
  const seed = seedOf(house, { issuer: house.parts.issuer });
  unit = await seed.organization().company().property().building().unit();
  await house.settled();
  send = await house.through(unit.organization.user);
});

afterAll(() => house?.stop());

/** A way to a room over HTTP, to an address where nothing listens. */
async function nowhere(room: string): Promise<RoomTransport> {
  return overHttp(room, `http://127.0.0.1:${await freePort()}`, 2_000);
}

const page = () => send(PAGE, { property: unit.property.id });

/** What is null in an answer because its room did not answer, by path. */
function outages({ errors }: Awaited<ReturnType<Send>>): string[] {
  const paths = (errors ?? []).map(({ path, extensions }) => {
    expect(extensions?.['code']).toBe('UPSTREAM_UNAVAILABLE');
    return (path ?? []).join('.');
  });
  return [...new Set(paths)].toSorted();
}

test('the page is whole while every room is there', async () => {
  const { data, errors } = await page();
  expect(errors).toBeUndefined();
  expect(data).toMatchObject({
    viewer: { name: unit.organization.user.name },
    companies: { nodes: [{ properties: { totalCount: 1 } }] },
    property: { company: { name: unit.property.company.name }, units: { nodes: [{}] } },
  });
});

test('without properties the rest of the page is there', async () => {
  house.reach('properties', await nowhere('properties'));
  try {
    const answer = await page();
    expect(outages(answer)).toEqual(['companies.nodes.0.properties', 'property']);
    expect(answer.data).toMatchObject({
      viewer: { name: unit.organization.user.name, memberships: { nodes: [{}] } },
      companies: { nodes: [{ name: unit.property.company.name, properties: null }] },
      property: null,
    });
  } finally {
    house.reach('properties', undefined);
  }
  expect((await page()).errors).toBeUndefined();
});

test('without identity names of people are missing, and the rest of the page is there', async () => {
  await page();
  house.reach('identity', await nowhere('identity'));
  try {
    const answer = await page();
    expect(outages(answer)).toContain('viewer');
    expect(answer.data).toMatchObject({
      viewer: null,
      companies: { nodes: [{ name: unit.property.company.name, properties: { totalCount: 1 } }] },
      property: { company: { name: unit.property.company.name }, units: { nodes: [{}] } },
    });
  } finally {
    house.reach('identity', undefined);
  }
});

test('so it is for a room in this process that has stopped', async () => {
  await house.room('properties').stop();
  const answer = await page();
  expect(outages(answer)).toEqual(['companies.nodes.0.properties', 'property']);
  expect(answer.data?.['viewer']).toMatchObject({ name: unit.organization.user.name });
});
