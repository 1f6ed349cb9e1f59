import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse } from 'graphql';
import { runGenerate } from '../compose/cli/run-generate.js';
import { checkContract, compose, readLive } from '../compose/index.js';
import { allEvents } from '../events/index.js';
import { EventSourceError, readEventSources } from '../live/index.js';
import { homes, people } from './rooms.js';

const repository = join(import.meta.dirname, '..', '..');
const committed = await readFile(join(repository, 'schema/live/events.graphql'), 'utf8');

/** The problems that reading names, or none. */
function problems(sdl: string): readonly string[] {
  try {
    readEventSources(parse(sdl), allEvents);
    return [];
  } catch (error) {
    if (error instanceof EventSourceError) return error.problems;
    throw error;
  }
}

const declared = (field: string, payload = 'type: String!', more = '') =>
  `type Subscription { ${field} } type UnitChange { ${payload} } ${more}`;
const types = '@event(types: ["unit.created.v1", "unit.blocked.v1"])';

describe('a subscription to events', () => {
  const sources = readEventSources(parse(committed), allEvents);

  test('says which events, what its arguments filter and which object its data names', () => {
    const unit = sources.find(({ field }) => field === 'unitChanged');
    expect(unit?.types).toContain('unit.availability-changed.v1');
    expect(unit?.filters.get('propertyId')).toEqual({ data: 'propertyId', idType: 'Property' });
    expect(Object.fromEntries(unit?.payload.fields ?? [])).toEqual({
      type: { kind: 'name' },
      occurredAt: { kind: 'time' },
      unit: { kind: 'object', type: 'Unit', data: 'unitId' },
    });
  });

  test('reads the same in the supergraph that is composed of it', async () => {
    const supergraph = await readFile(join(repository, 'schema/supergraph.graphql'), 'utf8');
    expect(readEventSources(parse(supergraph), allEvents)).toEqual(sources);
  });

  test.each([
    [
      'unitChanged: UnitChange! @event(types: ["unit.painted.v1"])',
      'Subscription.unitChanged names unit.painted.v1, which is no event of schema/events.',
    ],
    [
      'unitChanged: UnitChange! @event(types: [])',
      'Subscription.unitChanged names no type of event.',
    ],
    [
      `unitChanged(ownerId: ID @eventData(field: "ownerId", id: "User")): UnitChange! ${types}`,
      'Subscription.unitChanged(ownerId:) reads ownerId, which the data of unit.created.v1 does not have.',
    ],
    [
      `unitChanged(code: String @eventData(field: "code")): UnitChange! ${types}`,
      'Subscription.unitChanged(code:) reads code, which the data of unit.blocked.v1 does not have.',
    ],
    [
      `unitChanged(unitId: ID @eventData(field: "unitId")): UnitChange! ${types}`,
      'Subscription.unitChanged(unitId:) is an ID: @eventData(id:) says of which type, "undefined" is none.',
    ],
    [
      `unitChanged(code: ID @eventData(field: "code", id: "Unit")): UnitChange! @event(types: ["unit.created.v1"])`,
      'Subscription.unitChanged(code:) reads code of unit.created.v1, which is no id.',
    ],
    [
      `unitChanged(floor: String @eventData(field: "floor")): UnitChange! @event(types: ["unit.created.v1"])`,
      'Subscription.unitChanged(floor:) reads floor of unit.created.v1, which is never of type String.',
    ],
    [
      `unitChanged(code: Code @eventData(field: "code")): UnitChange! @event(types: ["unit.created.v1"])`,
      'Subscription.unitChanged(code:) is of type Code; a filter is an ID, a String, an Int or a Boolean.',
    ],
    [
      `unitChanged(code: String): UnitChange! ${types}`,
      'Subscription.unitChanged(code:) has no @eventData(field:), so that nothing says what it filters.',
    ],
    [
      `unitChanged: Nothing! ${types}`,
      'Subscription.unitChanged returns Nothing, which is no object type.',
    ],
  ])('is refused with its place: %s', (field, problem) => {
    expect(problems(declared(field))).toContain(problem);
  });

  test.each([
    [
      'unit: Unit @eventData(field: "flatId")',
      'UnitChange.unit reads flatId, which the data of unit.created.v1 does not have.',
    ],
    [
      'building: Building @eventData(field: "buildingId")',
      'UnitChange.building reads buildingId of unit.created.v1, which is not an id in every event.',
    ],
    [
      'unit: Unit! @eventData(field: "unitId")',
      'UnitChange.unit is of type Unit!; an object of a room may be absent.',
    ],
    [
      'reason: String',
      'UnitChange.reason is neither type: String!, nor occurredAt: DateTime!, nor an object that @eventData(field:) names by its id.',
    ],
  ])('whose payload cannot be filled is refused with its place: %s', (payload, problem) => {
    expect(problems(declared(`unitChanged: UnitChange! ${types}`, payload))).toContain(problem);
  });

  test('has all its problems named at once', () => {
    const sdl = declared(
      'unitChanged(code: String): UnitChange! @event(types: ["a.b.v1", "c.d.v1"])',
      'reason: String',
    );
    expect(problems(sdl)).toHaveLength(4);
  });

  test('may filter by texts, numbers and lists of them', () => {
    const field = `unitChanged(codes: [String!] @eventData(field: "code")
      floor: Int @eventData(field: "floor")
      isRetired: Boolean @eventData(field: "isRetired")): UnitChange! @event(types: ["unit.created.v1"])`;
    expect(problems(declared(field))).toEqual([]);
  });
});

describe('schema/live', () => {
  let root: string;
  beforeEach(async () => {
    root = await mkdtemp(join(tmpdir(), 'propertea-live-'));
    await mkdir(join(root, 'schema/live'), { recursive: true });
  });
  afterEach(() => rm(root, { recursive: true }));

  const write = (sdl: string) => writeFile(join(root, 'schema/live/events.graphql'), sdl);
  async function run(): Promise<{ code: number; text: string }> {
    const lines: string[] = [];
    const io = { root, now: new Date(), write: (line: string) => lines.push(line) };
    const code = await runGenerate([], io, async () => [homes, people]);
    return { code, text: lines.join('\n') };
  }

  test('is composed with the rooms, stays as it is written, and is heard at the broker', async () => {
    await write(committed);
    expect((await run()).code).toBe(0);
    const read = (path: string) => readFile(join(root, path), 'utf8');
    expect(await read('schema/api.graphql')).toContain('unitChanged(');
    expect(await read('schema/live/events.graphql')).toBe(committed);
    await expect(read('schema/subgraphs/events.graphql')).rejects.toThrow('ENOENT');
    const { topic_permissions: topics } = JSON.parse(await read('infra/rabbitmq/definitions.json'));
    const { read: heard } = topics.find(({ user }: { user: string }) => user === 'gateway');
    expect('lease.signed.v1').toMatch(new RegExp(heard));
    expect('audit.recorded.v1').not.toMatch(new RegExp(heard));
  });

  test('that cannot be served is named with file and place, and nothing is written', async () => {
    await write(committed.replace('"unit.blocked.v1"', '"unit.locked.v1"'));
    const { code, text } = await run();
    expect([code, text]).toEqual([
      1,
      'schema/live/events.graphql: Subscription.unitChanged names unit.locked.v1, which is no event of schema/events.',
    ]);
    await expect(readFile(join(root, 'schema/api.graphql'))).rejects.toThrow('ENOENT');
  });

  test.each([
    ['type Subscription {', 'schema/live/events.graphql: line 1: Syntax Error'],
    [
      'type Subscription { noise: String }',
      'schema/live/events.graphql: Subscription.noise has no @event: nobody would serve it.',
    ],
  ])('is refused: %s', async (sdl, problem) => {
    await write(sdl);
    await expect(readLive(root)).rejects.toThrow(problem);
  });

  test('as committed keeps the conventions, and the api schema does not show its directives', async () => {
    const { ok, conventions } = await checkContract(repository, undefined, new Date());
    expect([ok, conventions.filter(({ rooms }) => rooms.includes('events'))]).toEqual([true, []]);
    const live = await readLive(repository);
    const { apiSdl, supergraphSdl } = compose([homes, people, ...live]);
    expect(apiSdl).not.toContain('@event');
    expect(supergraphSdl).toContain('@eventData(field: "unitId")');
  });
});
