import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import {
  createAssertionSigner,
  generateAssertionKeys,
  type GraphQLAnswer,
} from '@propertea/chassis/runtime';
import { ASSERTION_HEADER, type Identity, newId } from '@propertea/kernel';
import { type MadeOrganization, seedOf } from '@propertea/testkit';
import { graphOf } from './support/graph.js';
import { startWholeHouse, type WholeHouse } from './support/house.js';

let house: WholeHouse;
let organization: MadeOrganization;
const servers = new Map<string, Server>();

beforeAll(async () => {
  house = await startWholeHouse();
  organization = await seedOf(house).organization();
  await house.settled();
  for (const room of house.rooms) {
    const server = createServer(room.handler);
    servers.set(room.name, server);
    await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve));
  }
});

afterAll(async () => {
  for (const server of servers.values()) server.close().closeAllConnections();
  await house?.stop();
});

/** Everything a room answers at all: its root fields, and what the gateway asks of a subgraph. */
function documentsOf(room: string): string[] {
  const { schema } = graphOf(house.room(room));
  const names = (type: 'query' | 'mutation') =>
    Object.keys(
      (type === 'query' ? schema.getQueryType() : schema.getMutationType())?.getFields() ?? {},
    );
  return [
    ...names('query').map((field) => `query { ${field} }`),
    ...names('mutation').map((field) => `mutation { ${field} }`),
    '{ _service { sdl } }',
    '{ _entities(representations: []) { __typename } }',
    '{ __typename }',
    '{ __schema { queryType { name } } }',
    'this is no GraphQL',
  ];
}

/** Assertions that no gateway made for this room and this moment, by what is wrong with them. */
function strangers(room: string, identity: Identity): Record<string, string | undefined> {
  const at = (time: Date) => createAssertionSigner(house.keys.privateKey, { now: () => time });
  const good = house.signer.sign(identity, room);
  const [header = '', claims = '', signature = ''] = good.split('.');
  const changed = JSON.parse(Buffer.from(claims, 'base64url').toString()) as object;
  const encode = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');
  const other = house.rooms.find(({ name }) => name !== room);
  return {
    'no assertion': undefined,
    'an empty one': '',
    'an expired one': at(new Date(Date.now() - 3_600_000)).sign(identity, room),
    'one from the future': at(new Date(Date.now() + 3_600_000)).sign(identity, room),
    'one for another room': house.signer.sign(identity, other?.name ?? ''),
    'one for no room': house.signer.sign(identity, 'nowhere'),
    'a forged one': createAssertionSigner(generateAssertionKeys().privateKey).sign(identity, room),
    'one with other claims': `${header}.${encode({ ...changed, org: newId() })}.${signature}`,
    'one with another signature': `${header}.${claims}.${signature.split('').toReversed().join('')}`,
    'one without a signature': `${header}.${claims}.`,
    'one that asks for no check': `${encode({ alg: 'none', typ: 'JWT' })}.${claims}.`,
    'something else': 'Bearer of good news',
  };
}

function urlOf(room: string): string {
  const address = servers.get(room)?.address() as AddressInfo | undefined;
  return `http://127.0.0.1:${address?.port}`;
}

async function overHttp(room: string, query: string, assertion: string | undefined) {
  const headers = {
    'content-type': 'application/json',
    ...(assertion !== undefined && { [ASSERTION_HEADER]: assertion }),
  };
  const body = JSON.stringify({ query });
  const answer = await fetch(`${urlOf(room)}/graphql`, { method: 'POST', headers, body });
  return { status: answer.status, body: (await answer.json()) as GraphQLAnswer };
}

const REFUSED = {
  errors: [{ message: expect.any(String), extensions: { code: 'UNAUTHENTICATED' } }],
};

test('each room answers nothing to who comes past the gateway, in process', async () => {
  let asked = 0;
  for (const { name } of house.rooms) {
    for (const [what, assertion] of Object.entries(strangers(name, organization.administrator))) {
      const headers = assertion === undefined ? {} : { [ASSERTION_HEADER]: assertion };
      for (const query of documentsOf(name)) {
        const answer = await house.room(name).execute({ query }, headers as Record<string, string>);
        asked++;
        expect([name, what, query, answer]).toEqual([name, what, query, REFUSED]);
      }
    }
  }
  expect(asked).toBeGreaterThan(500);
});

test('each room answers 401 to who comes past the gateway, over HTTP', async () => {
  for (const { name } of house.rooms) {
    for (const [what, assertion] of Object.entries(strangers(name, organization.administrator))) {
      for (const query of documentsOf(name)) {
        const { status, body } = await overHttp(name, query, assertion);
        expect([name, what, query, status, body]).toEqual([name, what, query, 401, REFUSED]);
      }
    }
  }
});

test('with the gateway’s assertion each room answers, so that the refusals mean something', async () => {
  for (const { name } of house.rooms) {
    const assertion = house.signer.sign(organization.administrator, name);
    const { status, body } = await overHttp(name, '{ _service { sdl } }', assertion);
    expect(status).toBe(200);
    expect(body.data).toEqual({ _service: { sdl: expect.any(String) } });
  }
});

test('files are neither taken nor given without an assertion', async () => {
  const url = urlOf('properties');
  const paths = [
    '/uploads/imports',
    '/downloads/imports/imp_00000000000000000000000000/rejected.csv',
  ];
  for (const assertion of Object.values(strangers('properties', organization.administrator))) {
    for (const path of paths) {
      const upload = path.startsWith('/uploads');
      const form = new FormData();
      form.append('file', new Blob(['company']), 'portfolio.csv');
      const answer = await fetch(`${url}${path}`, {
        method: upload ? 'POST' : 'GET',
        headers: assertion === undefined ? {} : { [ASSERTION_HEADER]: assertion },
        ...(upload && { body: form }),
      });
      expect([path, answer.status]).toEqual([path, 401]);
      await answer.body?.cancel();
    }
  }
});
