import { systemIdentity } from '@propertea/kernel';
import {
  type MadeMember,
  type MadeOrganization,
  type MadeProperty,
  type MadeUser,
  type Seed,
  seedOf,
  type Send,
} from '@propertea/testkit';
import { buildSchema, type GraphQLField, isRequiredArgument } from 'graphql';
import { graphOf, hasDirective, selectionOf } from './support/graph.js';
import { type HouseWithGateway, startHouseWithGateway } from './support/gateway.js';
import { getNamedType } from 'graphql';

let house: HouseWithGateway;
let seed: Seed;
let acme: MadeOrganization;
let brick: MadeOrganization;
let hers: MadeProperty;
let both: MadeUser;
let viewer: MadeMember;
let operator: MadeUser;
let newcomer: MadeUser;

const PORTFOLIO = /* GraphQL */ `
  {
    companies {
      nodes {
        name
      }
      totalCount
    }
    properties {
      nodes {
        name
        company {
          name
        }
      }
      totalCount
    }
    units {
      nodes {
        code
        property {
          name
        }
      }
      totalCount
    }
    viewer {
      email
      memberships {
        nodes {
          organization {
            name
          }
        }
      }
    }
  }
`;
const NOTHING_THERE = { nodes: [], totalCount: 0 };

beforeAll(async () => {
  house = await startHouseWithGateway();
  seed = seedOf(house, { issuer: house.parts.issuer });
  both = await seed.user({ name: 'Bea Both' });
  newcomer = await seed.user({ name: 'Nick Newcomer' });
  operator = await seed.user({ name: 'Olga Operator' });
  const acmeSeed = seed.organization({ name: 'Acme' });
  const brickSeed = seed.organization({ name: 'Brick' });
  [acme, brick] = [await acmeSeed, await brickSeed];
  const company = acmeSeed.company({ name: 'Acme Homes' });
  hers = await company.property({ name: 'Hers' });
  await company.property({ name: 'Not hers' }).unit();
  await brickSeed.company({ name: 'Brick Homes' }).property({ name: 'Brickyard' }).unit();
  await acmeSeed.member('PROPERTY_MANAGER', {}, both);
  await brickSeed.member('VIEWER', {}, both);
  viewer = await acmeSeed.member('VIEWER', { property: hers });
  await house.as(systemIdentity())(
    'mutation ($input: AppointOperatorInput!) { appointOperator(input: $input) { errors { code } } }',
    { input: { userId: operator.uuid } },
  );
  await house.settled();
});

afterAll(() => house?.stop());

async function namesOf(send: Send): Promise<{ companies: string[]; properties: string[] }> {
  const { data } = await send(PORTFOLIO);
  const names = (field: string) =>
    ((data?.[field] as { nodes: { name: string }[] } | null)?.nodes ?? [])
      .map(({ name }) => name)
      .toSorted();
  return { companies: names('companies'), properties: names('properties') };
}

const codesOf = (errors: Awaited<ReturnType<Send>>['errors']) => [
  ...new Set(errors?.map(({ extensions }) => extensions?.['code'])),
];

describe('somebody in two organizations', () => {
  test('sees in each the one that they name, and nothing of the other', async () => {
    expect(await namesOf(await house.through(both, acme))).toEqual({
      companies: ['Acme Homes'],
      properties: ['Hers', 'Not hers'],
    });
    expect(await namesOf(await house.through(both, brick))).toEqual({
      companies: ['Brick Homes'],
      properties: ['Brickyard'],
    });
  });

  test('has to name one, and reads about themselves without', async () => {
    const { data, errors } = await (await house.through(both))(PORTFOLIO);
    expect(codesOf(errors)).toEqual(['BAD_USER_INPUT']);
    expect(data?.['viewer']).toEqual({
      email: both.email,
      memberships: {
        nodes: [{ organization: { name: 'Acme' } }, { organization: { name: 'Brick' } }],
      },
    });
  });
});

test('somebody in one organization need not name it', async () => {
  const { properties } = await namesOf(await house.through(acme.user));
  expect(properties).toEqual(['Hers', 'Not hers']);
});

test('a viewer with the reach of one property sees it, its company and nothing else', async () => {
  const send = await house.through(viewer.user, acme);
  expect(await namesOf(send)).toEqual({ companies: ['Acme Homes'], properties: ['Hers'] });
  const { data, errors } = await send(PORTFOLIO);
  expect(errors).toBeUndefined();
  expect(data?.['units']).toEqual(NOTHING_THERE);
});

test('another organization is as one that does not exist', async () => {
  const nobodys = { id: brick.id.replace(/.{6}$/, '000000') };
  const other = await (await house.through(acme.user, brick))(PORTFOLIO);
  const none = await (await house.through(acme.user, nobodys))(PORTFOLIO);
  expect(codesOf(other.errors)).toEqual(['NOT_FOUND']);
  expect(other).toEqual(none);
});

test('somebody without an organization reads about themselves, and can register one', async () => {
  const send = await house.through(newcomer);
  const { data, errors } = await send(PORTFOLIO);
  expect(data?.['viewer']).toMatchObject({ email: newcomer.email, memberships: { nodes: [] } });
  expect(codesOf(errors)).toEqual(['BAD_USER_INPUT']);
  const made = await send(
    'mutation { registerOrganization(input: { name: "New" }) { organization { id name } errors { code } } }',
  );
  expect(made.data?.['registerOrganization']).toMatchObject({ organization: { name: 'New' } });
  expect(await namesOf(send)).toEqual({ companies: [], properties: [] });
});

test('an operator has no data of organizations', async () => {
  const { data, errors } = await (await house.through(operator))(PORTFOLIO);
  expect(codesOf(errors)).toEqual(['BAD_USER_INPUT']);
  expect([data?.['companies'], data?.['properties'], data?.['units']]).toEqual([null, null, null]);
  const byId = await (
    await house.through(operator)
  )('query ($id: ID!) { property(id: $id) { name } }', {
    id: hers.id,
  });
  expect(byId.data?.['property'] ?? null).toBeNull();
});

/** Every root field of the graph that needs no argument, by what it returns. */
function rootFields(): GraphQLField<unknown, unknown>[] {
  const query = buildSchema(house.apiSdl).getQueryType();
  return Object.values(query?.getFields() ?? {}).filter(
    ({ args }) => !args.some(isRequiredArgument),
  );
}

function marked(directive: string): Set<string> {
  const names = house.rooms.map(graphOf).flatMap(({ schema }) =>
    Object.values(schema.getQueryType()?.getFields() ?? {})
      .filter(
        (field) =>
          hasDirective(field, directive) || hasDirective(getNamedType(field.type), directive),
      )
      .map(({ name }) => name),
  );
  return new Set(names);
}

test('nobody reads what takes a person', async () => {
  const nobody = await house.through();
  const guarded = rootFields().filter(({ name }) => marked('authenticated').has(name));
  expect(guarded.length).toBeGreaterThan(5);
  for (const field of guarded) {
    const selection = selectionOf(getNamedType(field.type), 0);
    const { data, errors } = await nobody(`{ ${field.name} ${selection} }`);
    expect([field.name, data?.[field.name] ?? null, codesOf(errors)]).toEqual([
      field.name,
      null,
      ['UNAUTHENTICATED'],
    ]);
  }
});

test('only operators read what takes an operator', async () => {
  const guarded = rootFields().filter(({ name }) => marked('requiresScopes').has(name));
  expect(guarded.map(({ name }) => name)).toContain('mails');
  const others = [
    await house.through(acme.user),
    await house.through(newcomer),
    await house.through(),
  ];
  for (const field of guarded) {
    const document = `{ ${field.name} ${selectionOf(getNamedType(field.type), 1)} }`;
    const allowed = await (await house.through(operator))(document);
    expect(allowed.errors).toBeUndefined();
    for (const send of others) {
      const { data, errors } = await send(document);
      expect(data?.[field.name] ?? null).toBeNull();
      expect(['FORBIDDEN', 'UNAUTHENTICATED']).toEqual(expect.arrayContaining(codesOf(errors)));
      expect(errors).not.toBeUndefined();
    }
  }
});
