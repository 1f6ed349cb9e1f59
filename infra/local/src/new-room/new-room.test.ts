import { cp, mkdir, mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { NameRefused, pluralOf, roomNames } from './names.js';
import { registrations } from './registrations.js';
import { writeRoom } from './run.js';

const repository = fileURLToPath(new URL('../../../../', import.meta.url));
let copy: string;

/** The files of the repository that a new room is made from or is named in. */
const touched = [
  'subgraphs/organizations/package.json',
  'subgraphs/organizations/tsconfig.json',
  'tsconfig.json',
  'docker-compose.yml',
  '.env.example',
  'infra/local/package.json',
  'infra/local/tsconfig.json',
  'infra/local/src/rooms.ts',
  'packages/kernel/src/id.ts',
  'schema/events/index.ts',
  'packages/testkit/src/seed/recipes.ts',
  'infra/local/test/support/rights.ts',
];

beforeEach(async () => {
  copy = await mkdtemp(join(tmpdir(), 'propertea-new-room-'));
  for (const path of touched) {
    await mkdir(dirname(join(copy, path)), { recursive: true });
    await cp(join(repository, path), join(copy, path));
  }
});

afterEach(() => rm(copy, { recursive: true, force: true }));

const read = (path: string) => readFile(join(copy, path), 'utf8');

test.each([
  ['payments', 'Payment', 'payments'],
  ['demo', 'Demo', 'demos'],
  ['inventories', 'Inventory', 'inventories'],
  ['glasses', 'Glass', 'glasses'],
])('a room %s has the aggregate %s in the table %s', (room, type, table) => {
  expect(roomNames(room)).toMatchObject({ Type: type, table });
});

test('an aggregate of two words is written as its place asks', () => {
  expect(roomNames('dispatch', 'ServiceOrder')).toEqual({
    room: 'dispatch',
    Type: 'ServiceOrder',
    one: 'serviceOrder',
    many: 'serviceOrders',
    Many: 'ServiceOrders',
    file: 'service-order',
    files: 'service-orders',
    event: 'service-order',
    table: 'service_orders',
    CONSTANT: 'SERVICE_ORDER',
    words: 'service order',
    manyWords: 'service orders',
    prefix: 'serviceorder',
  });
});

test.each([
  'Leasing',
  'lease-hold',
  'l',
  '../x',
  'select',
  'class',
  'kernel',
  'pgroom',
  'user',
  '',
])('a room cannot be called "%s"', (name) => {
  expect(() => roomNames(name)).toThrow(NameRefused);
});

test('a type of another room cannot be taken', () => {
  expect(() => roomNames('portfolio', 'Property')).toThrow('belongs to another room');
});

test('plurals follow English', () => {
  expect(['lease', 'party', 'box', 'day', 'batch'].map(pluralOf)).toEqual([
    'leases',
    'parties',
    'boxes',
    'days',
    'batches',
  ]);
});

test('a room is written with its files and named wherever rooms are named', async () => {
  await writeRoom(copy, roomNames('parking', 'Permit'));
  expect(await read('subgraphs/parking/src/permit/create-permit.ts')).toContain(
    "name: 'createPermit'",
  );
  expect(await read('subgraphs/parking/migrations/0001_permits.sql')).toContain(
    "select app.protect('parking.permits', 'organization');",
  );
  expect(await read('infra/local/src/rooms.ts')).toMatch(/rooms[^=]*= \[[^\]]*, parking\]/);
  expect(await read('packages/kernel/src/id.ts')).toContain("  Permit: 'permit',\n} as const;");
  expect(await read('schema/events/index.ts')).toContain('  parking: [permitCreated],\n};');
  expect(await read('docker-compose.yml')).toContain('"parking":"http://parking:4000"}');
  const compose = await read('docker-compose.yml');
  expect(compose).toContain('@rabbitmq:5672/propertea\n\n  gateway:');
  expect(compose).toMatch(/^ {6}PARKING_AMQP_HASH: \$\{PARKING_AMQP_HASH:\?/m);
  expect(compose).toMatch(/^ {6}ROOMS: [a-z,]+,parking$/m);
  expect(await read('.env.example')).toMatch(/^PARKING_AMQP_PASSWORD=\nPARKING_AMQP_HASH=$/m);
  expect(await read('packages/testkit/src/seed/recipes.ts')).toContain(
    "  Permit: ({ organization }) => organization.plain('Permit'),\n};",
  );
  expect(JSON.parse(await read('tsconfig.json')).references).toContainEqual({
    path: 'subgraphs/parking',
  });
});

test('nothing generated still holds a placeholder', async () => {
  const files = await writeRoom(copy, roomNames('parking', 'Permit'));
  expect(files.filter(({ path, content }) => /\{\{\w|\.tmpl/.test(path + content))).toEqual([]);
});

test('a room that is there is not overwritten', async () => {
  await writeRoom(copy, roomNames('parking', 'Permit'));
  const before = await read('infra/local/src/rooms.ts');
  await expect(writeRoom(copy, roomNames('parking', 'Space'))).rejects.toThrow(
    'subgraphs/parking is there already; nothing was written.',
  );
  expect(await read('infra/local/src/rooms.ts')).toBe(before);
});

test('two rooms follow each other', async () => {
  await writeRoom(copy, roomNames('parking', 'Permit'));
  const files = await registrations(copy, roomNames('payments'));
  const rooms = files.find(({ path }) => path === 'infra/local/src/rooms.ts');
  expect(rooms?.content).toMatch(/parking, payments\]/);
});
