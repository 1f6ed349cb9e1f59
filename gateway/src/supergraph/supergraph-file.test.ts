import { createHash } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';
import { startHouse } from '../../test/house.js';
import type { House } from '../../test/house.js';
import { writeSchema } from '../../test/supergraph.js';
import { until } from '../../test/until.js';

let house: House;

beforeEach(async () => {
  house = await startHouse();
});
afterEach(() => house.stop());

const ready = async (): Promise<{ status: number; body: Record<string, unknown> }> => {
  const response = await fetch(`${house.url}/ready`);
  return { status: response.status, body: (await response.json()) as Record<string, unknown> };
};

const fieldKnown = async (): Promise<boolean> =>
  (await house.ask('{ __type(name: "Lamp") { fields { name } } }')).text.includes('"colour"');

/** A version of the rooms' SDL in which lamps have a colour. */
function coloured() {
  return Object.values(house.rooms).map(({ name, sdl }) => ({
    name,
    sdl: sdl.replace('watts: Int!', 'watts: Int! colour: String'),
  }));
}

/** The room itself is deployed anew: it now serves that version. */
function serveColours(): void {
  for (const { name, sdl } of coloured()) {
    const room = house.rooms[name];
    if (room) room.sdlHash = createHash('sha256').update(sdl).digest('hex');
  }
}

it('says of each room whether it answers and fits', async () => {
  const whole = { ready: true, compatible: true };
  const idle = { breaker: 'closed', underWay: 0, waiting: 0 };
  expect(await ready()).toEqual({
    status: 200,
    body: {
      status: 'ready',
      rooms: { identity: whole, organizations: whole, properties: whole },
      traffic: { identity: idle, organizations: idle, properties: idle },
    },
  });
  house.setDown('properties', true);
  expect(await ready()).toMatchObject({
    status: 200,
    body: { status: 'degraded', rooms: { identity: whole, properties: { ready: false } } },
  });
  expect((await fetch(`${house.url}/health`)).status).toBe(200);
});

it('takes a new supergraph over only when every room serves what was committed with it', async () => {
  await writeSchema(coloured(), house.schemaPath);
  await until(async () => {
    const { body } = await ready();
    return JSON.stringify(body).includes('"compatible":false');
  });
  await house.looked();
  expect(await fieldKnown()).toBe(false);

  serveColours();
  await until(fieldKnown);
});

it('requests in flight finish on the supergraph that they began with', async () => {
  const slow = house.ask('{ slow }');
  await until(() => house.rooms.properties?.seen.at(-1)?.request.query.includes('slow') ?? false);
  serveColours();
  await writeSchema(coloured(), house.schemaPath);
  await until(fieldKnown);
  house.state.release();
  expect((await slow).body).toEqual({ data: { slow: 'at last' } });
  expect((await house.ask('{ notice }')).body.data).toEqual({ notice: 'open on Mondays' });
});

it('a supergraph that cannot be served changes nothing', async () => {
  const whole = await readFile(house.schemaPath, 'utf8');
  for (const broken of ['', 'type Query { half', whole.replaceAll('join__', 'jion__')]) {
    await writeFile(house.schemaPath, broken);
    await house.looked();
    expect((await house.ask('{ notice }')).body.data).toEqual({ notice: 'open on Mondays' });
  }
  expect((await ready()).status).toBe(200);
});
