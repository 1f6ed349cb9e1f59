import {
  createLogger,
  generateAssertionKeys,
  inProcess,
  overHttp,
} from '@propertea/chassis/runtime';
import type { RoomTransport } from '@propertea/chassis/runtime';
import { encodeId, ORGANIZATION_HEADER } from '@propertea/kernel';
import { freePort, roomDatabase } from '@propertea/testkit';
import { createServer } from 'node:http';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createGateway } from '../src/gateway.js';
import type { GatewayConfig } from '../src/config.js';
import type { KeyValue } from '../src/key-value/key-value.js';
import { postgresKeyValue } from '../src/key-value/postgres.js';
import { gatewayRole } from './gateway-role.js';
import { houseRooms, ORGANIZATIONS, publicSdl } from './house.rooms.js';
import type { HouseState, UserName } from './house.rooms.js';
import { CLIENT, startProvider } from './provider.js';
import type { TestProvider } from './provider.js';
import type { TestRoom } from './rooms.js';
import { writeSchema } from './supergraph.js';
import { until } from './until.js';

export const logger = createLogger('test', 'silent');

export interface KeyValueDatabase {
  /** Of the gateway's login role. */
  url: string;
  adminUrl: string;
  drop(): Promise<void>;
}

/** A database with the gateway's schema, and a login role of this file's own. */
export async function keyValueDatabase(): Promise<KeyValueDatabase> {
  const database = await roomDatabase([]);
  const url = await gatewayRole(database);
  return { url, adminUrl: database.adminUrl, drop: () => database.drop() };
}

export interface Answer {
  status: number;
  headers: Headers;
  body: {
    data?: Record<string, unknown> | null;
    errors?: { message: string; path?: unknown[]; extensions: { code: string } }[];
  };
  text: string;
}

export interface Ask {
  as?: UserName;
  /** A name of a test organization, or any text. */
  organization?: string;
  variables?: Record<string, unknown>;
  headers?: Record<string, string>;
  /** The address of another process of the gateway. */
  at?: string;
  /** An API key. */
  key?: string;
  /** The public graph instead of the whole one. */
  isPublic?: boolean;
}

export interface House {
  url: string;
  rooms: Record<string, TestRoom>;
  state: HouseState;
  provider: TestProvider;
  schemaPath: string;
  databaseUrl: string;
  /** For a process of the same gateway on the same rooms, where they are over HTTP, and store. */
  environment: Record<string, string>;
  /** Resolves once the gateway, with an unfit schema file before it, has looked at the rooms again. */
  looked(): Promise<void>;
  ask(query: string, options?: Ask): Promise<Answer>;
  /** Takes a room down, and up again. */
  setDown(room: string, down: boolean): void;
  /** A second process of the same gateway, on the same rooms and store; stops with the house. */
  startAnother(port: number): Promise<string>;
  stop(): Promise<void>;
}

/** A gateway over real small rooms, a real provider and a real database, on ports of its own. */
export async function startHouse(
  options: {
    overHttp?: boolean;
    config?: Partial<GatewayConfig>;
    accessTokenSeconds?: number;
  } = {},
): Promise<House> {
  const keys = generateAssertionKeys();
  const { rooms, state } = houseRooms(keys.publicKey);
  const schemaPath = await writeSchema(rooms, undefined, publicSdl);
  const database = await keyValueDatabase();
  const keyValue: KeyValue = postgresKeyValue({ url: database.url, logger });
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const provider = await startProvider({
    sites: [url, ...(options.config?.corsOrigins ?? [])],
    accessTokenSeconds: options.accessTokenSeconds,
  });
  const servers: Server[] = [];
  const down = new Set<string>();
  const looks = { count: 0 };
  const transports: RoomTransport[] = [];
  const roomUrls: Record<string, string> = {};
  for (const room of rooms) {
    const served = options.overHttp ? await serve(room, servers) : undefined;
    if (served) roomUrls[room.name] = served;
    const transport = served ? overHttp(room.name, served) : inProcess(room);
    transports.push(stoppable(transport, down, looks));
  }
  const config: GatewayConfig = {
    mode: 'development',
    publicUrl: url,
    supergraphPath: schemaPath,
    supergraphPollMs: 50,
    rooms: transports,
    oidc: { issuer: provider.issuer, clientId: CLIENT.id, clientSecret: CLIENT.secret },
    assertionKey: keys.privateKey,
    keyValue,
    cookieSecrets: ['a secret of the tests that is long enough'],
    logger,
    ...options.config,
  };
  const gateway = await createGateway(config);
  await gateway.start(port);
  const closing: (() => Promise<void>)[] = [];

  return {
    url,
    state,
    provider,
    schemaPath,
    databaseUrl: database.url,
    environment: {
      PUBLIC_URL: url,
      SUPERGRAPH_PATH: schemaPath,
      ROOMS: JSON.stringify(roomUrls),
      OIDC_ISSUER: provider.issuer,
      OIDC_CLIENT_ID: CLIENT.id,
      OIDC_CLIENT_SECRET: CLIENT.secret,
      ASSERTION_PRIVATE_KEY: JSON.stringify(keys.privateKey),
      COOKIE_SECRETS: 'a secret of the tests that is long enough',
      DATABASE_URL: database.url,
      LOG_LEVEL: 'silent',
    },
    async looked() {
      // Two looks: the first one may have begun before the file was written.
      const before = looks.count;
      await until(() => looks.count >= before + 2);
    },
    rooms: Object.fromEntries(rooms.map((room) => [room.name, room])),
    setDown: (room, isDown) => void (isDown ? down.add(room) : down.delete(room)),
    async ask(query, { as, organization, variables, headers, at = url, key, isPublic } = {}) {
      const body = JSON.stringify({ query, variables });
      const token = as ? await provider.token(as) : key;
      const authorization = token !== undefined && { authorization: `Bearer ${token}` };
      const place = organization !== undefined && {
        [ORGANIZATION_HEADER]: organizationId(organization),
      };
      const answer = await fetch(`${at}${isPublic ? '/public' : ''}/graphql`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', ...authorization, ...place, ...headers },
        body,
      });
      return read(answer);
    },
    async startAnother(anotherPort) {
      const another = postgresKeyValue({ url: database.url, logger });
      const second = await createGateway({ ...config, keyValue: another, ...options.config });
      closing.push(
        () => second.stop(),
        () => another.close(),
      );
      return `http://127.0.0.1:${await second.start(anotherPort)}`;
    },
    async stop() {
      for (const close of closing) await close();
      await gateway.stop();
      await keyValue.close();
      await provider.stop();
      for (const server of servers) server.close().closeAllConnections();
      await database.drop();
    },
  };
}

export function organizationId(name: string): string {
  const uuid = ORGANIZATIONS[name as keyof typeof ORGANIZATIONS];
  return uuid ? encodeId('Organization', uuid) : name;
}

export async function read(response: Response): Promise<Answer> {
  const text = await response.text();
  const body = JSON.parse(text) as Answer['body'];
  return { status: response.status, headers: response.headers, text, body };
}

/** Codes of the top-level errors with their paths, such as `FORBIDDEN at a.b`. */
export function codes({ body }: Answer): string[] {
  return (body.errors ?? []).map(({ extensions, path }) =>
    path ? `${extensions.code} at ${path.join('.')}` : extensions.code,
  );
}

async function serve(room: TestRoom, servers: Server[]): Promise<string> {
  const server = createServer(room.handler);
  server.on('upgrade', room.sockets.upgrade);
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

/** The transport as it is, until its room is taken down. */
function stoppable(
  transport: RoomTransport,
  down: ReadonlySet<string>,
  looks: { count: number },
): RoomTransport {
  const { name } = transport;
  return {
    ...transport,
    execute: (...asked) =>
      down.has(name)
        ? Promise.reject(new Error('connect ECONNREFUSED 10.1.2.3:4013'))
        : transport.execute(...asked),
    subscribe: (request, headers, signal) => transport.subscribe(request, headers, signal),
    ready: async () => {
      if (name === 'identity') looks.count++;
      return down.has(name) ? { ready: false } : transport.ready();
    },
  };
}
