import { encodeId, type Grant, newId, type Role, ROLES } from '@propertea/kernel';
import { type Send, staff } from '@propertea/testkit';
import {
  COMMANDS,
  type Json,
  kindOf,
  mutationDocument,
  nextCode,
  type Office,
  Portfolio,
  uuidOf,
} from './portfolio.js';

/** Reach of the grant, as it stands to the thing that is read or changed. */
const REACHES = [
  'organization',
  'its company',
  'its property',
  'a neighbour',
  'another company',
] as const;
type Standing = (typeof REACHES)[number];

type Command = (typeof COMMANDS)[number];
type Outcome = 'done' | 'FORBIDDEN' | 'NOT_FOUND';

const WRITERS: readonly Role[] = ['ORGANIZATION_ADMIN', 'PROPERTY_MANAGER'];
/** Who is refused leaves everything as it was for the next. */
const READERS_FIRST = [...ROLES.filter((role) => !WRITERS.includes(role)), ...WRITERS];

/** What the policy promises. */
function expected(command: Command, role: Role, standing: Standing): Outcome {
  if (standing === 'another company') return 'NOT_FOUND';
  const wide = standing === 'organization' || standing === 'its company';
  // A grant on any property of a company shows the company, but not what else it owns.
  if (command === 'createProperty') return wide && WRITERS.includes(role) ? 'done' : 'FORBIDDEN';
  if (standing === 'a neighbour') return 'NOT_FOUND';
  return WRITERS.includes(role) ? 'done' : 'FORBIDDEN';
}

let portfolio: Portfolio;
let office: Office;
let neighbour: Json;
let stranger: string;
beforeAll(async () => {
  portfolio = await Portfolio.start();
  office = await portfolio.organization();
  neighbour = await office.property();
  stranger = (await portfolio.company(office.organizationId)).companyId;
});
afterAll(() => portfolio?.stop());

/** A property with a building and a unit. */
async function place(): Promise<Json> {
  const property = await office.property();
  const building = await office.building(property.id);
  const unit = await office.unit(property.id);
  return { property, building, unit };
}

function reachOf(standing: Standing, propertyId: string): Grant['reach'] {
  const { companyId } = office.company;
  const of = (id: string) =>
    ({ kind: 'property', propertyId: uuidOf('Property', id), companyId }) as const;
  switch (standing) {
    case 'organization':
      return { kind: 'organization' };
    case 'its company':
      return { kind: 'company', companyId };
    case 'its property':
      return of(propertyId);
    case 'a neighbour':
      return of(neighbour.id);
    case 'another company':
      return { kind: 'company', companyId: stranger };
  }
}

/** Brings the thing into the state that the command needs and answers the command's input. */
async function prepare(command: Command): Promise<{ input: object; propertyId: string }> {
  const { id: propertyId } = await office.property();
  const kind = kindOf(command);
  const code = nextCode('R');
  if (command === 'createProperty') return { propertyId, input: { ...office.newProperty(), code } };
  if (command === 'createBuilding') return { propertyId, input: { propertyId, code } };
  if (command === 'createUnit')
    return { propertyId, input: { propertyId, code, category: 'OTHER' } };
  const things = {
    property: async () => ({ propertyId, version: 1 }),
    building: async () => {
      const building = await office.building(propertyId);
      const entrance = { buildingId: building.id, version: 1, code: '1' };
      await office.made('addEntrance', entrance);
      return { buildingId: building.id, version: 2 };
    },
    unit: async () => ({ unitId: (await office.unit(propertyId)).id, version: 1 }),
  };
  const thing = await things[kind]();
  if (command.startsWith('restore')) {
    await office.made(command.replace('restore', 'retire'), thing);
    thing.version++;
  }
  return { propertyId, input: { ...thing, ...CHANGES[command] } };
}

const CHANGES: Partial<Record<Command, object>> = {
  changeProperty: { name: 'Changed' },
  changeBuilding: { name: 'Changed' },
  addEntrance: { code: '2' },
  changeEntrance: { code: '1', name: 'Changed' },
  removeEntrance: { code: '1' },
  changeUnit: { floor: 3 },
};

async function outcomeOf(command: Command, input: object, send: Send): Promise<Outcome | string> {
  const { data, errors } = await send(mutationDocument(command), { input });
  if (errors) {
    expect(errors[0]?.path).toEqual([command]);
    return String(errors[0]?.extensions?.['code']);
  }
  const payload = (data as Json)[command];
  if (payload.errors.length === 0) return payload[kindOf(command)] ? 'done' : 'nothing';
  return payload.errors[0].code;
}

describe.each(COMMANDS)('%s', (command) => {
  test.each(REACHES)('with the reach of %s does what each role allows', async (standing) => {
    let { input, propertyId } = await prepare(command);
    for (const role of READERS_FIRST) {
      const send = portfolio.room.as(
        staff(office.organizationId, role, reachOf(standing, propertyId)),
      );
      const wanted = expected(command, role, standing);
      expect([role, await outcomeOf(command, input, send)]).toEqual([role, wanted]);
      const isLast = role === READERS_FIRST.at(-1);
      if (wanted === 'done' && !isLast) ({ input, propertyId } = await prepare(command));
    }
  });
});

const READ = `query($property: ID!, $building: ID!, $unit: ID!) {
  property(id: $property) { id } building(id: $building) { id } unit(id: $unit) { id }
  properties(filter: { isRetired: null }) { nodes { id } } buildings { nodes { id } } units { nodes { id } }
  _entities(representations: [{ __typename: "Unit", id: $unit }]) { ... on Unit { id } } }`;

test.each(REACHES)('every role reads exactly what the reach of %s covers', async (standing) => {
  const { property, building, unit } = await place();
  const isVisible = ['organization', 'its company', 'its property'].includes(standing);
  for (const role of ROLES) {
    const send = portfolio.room.as(
      staff(office.organizationId, role, reachOf(standing, property.id)),
    );
    const ids = { property: property.id, building: building.id, unit: unit.id };
    const { data, errors } = await send(READ, ids);
    expect(errors).toBeUndefined();
    const read = data as Json;
    expect([read.property, read.building, read.unit, read._entities[0]]).toEqual(
      [property, building, unit, unit].map(({ id }) => (isVisible ? { id } : null)),
    );
    const listed = [read.properties, read.buildings, read.units].map(({ nodes }) => nodes);
    if (standing === 'its property') {
      expect(listed).toEqual([[{ id: property.id }], [{ id: building.id }], [{ id: unit.id }]]);
    }
    if (standing === 'a neighbour') expect(listed).toEqual([[{ id: neighbour.id }], [], []]);
    if (standing === 'another company') expect(listed).toEqual([[], [], []]);
  }
});

test('two grants reach as far as both together', async () => {
  const [one, two] = [await office.property(), await office.property()];
  const identity = {
    ...staff(office.organizationId),
    grants: [
      { role: 'VIEWER' as const, reach: reachOf('its property', one.id) },
      { role: 'PROPERTY_MANAGER' as const, reach: reachOf('its property', two.id) },
    ],
  };
  const send = portfolio.room.as(identity);
  const change = (id: string) => ({ propertyId: id, version: 1, name: 'Changed' });
  expect(await outcomeOf('changeProperty', change(one.id), send)).toBe('FORBIDDEN');
  expect(await outcomeOf('changeProperty', change(two.id), send)).toBe('done');
});

test.each(['PERSON', 'OPERATOR'] as const)(
  '%s without an organization is told to choose one',
  async (persona) => {
    const { unit } = await place();
    const nowhere = portfolio.room.as({
      ...staff(newId()),
      persona,
      organizationId: null,
    });
    for (const field of [
      'units { nodes { id } }',
      `unit(id: "${unit.id}") { id }`,
      'portfolio { unitCount }',
    ]) {
      const { data, errors } = await nowhere(`{ ${field} }`);
      expect(Object.values(data ?? {})).toEqual([null]);
      expect(errors?.[0]?.extensions).toEqual({ code: 'BAD_USER_INPUT' });
    }
    const entity = `{ _entities(representations: [{ __typename: "Unit", id: "${unit.id}" }]) { __typename } }`;
    expect(await nowhere(entity)).toEqual({ data: { _entities: [null] } });
    const companyId = encodeId('Company', newId());
    const inputs = {
      createProperty: { ...office.newProperty(), companyId },
      retireUnit: { unitId: unit.id, version: 1 },
    };
    for (const [mutation, input] of Object.entries(inputs)) {
      const { errors } = await nowhere(mutationDocument(mutation), { input });
      expect(errors?.[0]?.extensions).toEqual({ code: 'BAD_USER_INPUT' });
    }
  },
);

test('nobody who is not signed in reads or writes anything', async () => {
  const anonymous = portfolio.room.as({ ...staff(newId()), persona: 'ANONYMOUS', subject: null });
  for (const query of ['{ units { nodes { id } } }', '{ portfolio { unitCount } }']) {
    const { errors } = await anonymous(query);
    expect(errors?.[0]?.extensions).toEqual({ code: 'UNAUTHENTICATED' });
  }
  const { errors } = await anonymous(mutationDocument('createProperty'), {
    input: office.newProperty(),
  });
  expect(errors?.[0]?.extensions).toEqual({ code: 'UNAUTHENTICATED' });
});
