import type { SubgraphDefinition } from '@propertea/chassis/graph';
import {
  createAssertionSigner,
  createLogger,
  generateAssertionKeys,
  type GraphQLAnswer,
  type RunningRoom,
  startRoom,
} from '@propertea/chassis/runtime';
import {
  ASSERTION_HEADER,
  type Clock,
  type Grant,
  type Identity,
  newId,
  REQUEST_ID_HEADER,
  type Role,
  systemIdentity,
} from '@propertea/kernel';
import pg from 'pg';
import type { z } from 'zod';
import { type RoomDatabase, roomDatabase } from './database.js';
import { eventually } from './eventually.js';

/** Sends a GraphQL document in somebody's name. */
export type Send = (query: string, variables?: Record<string, unknown>) => Promise<GraphQLAnswer>;

/** A room on a database of its own, reached in process as the gateway would reach it. */
export interface TestRoom {
  room: RunningRoom;
  database: RoomDatabase;
  as(identity: Identity): Send;
  /** What the gateway would send with a request of this identity. */
  headersFor(identity: Identity): Record<string, string>;
  /** SQL as the superuser, who sees through row-level security. */
  sql<Row extends object = Record<string, unknown>>(
    text: string,
    values?: unknown[],
  ): Promise<Row[]>;
  /** Waits until every fact of the room has been relayed and applied. */
  settled(): Promise<void>;
  stop(): Promise<void>;
}

export interface TestRoomOptions {
  clock?: Clock;
  poolMax?: number;
  /** RabbitMQ; without it facts travel through the database. */
  amqpUrl?: string;
  /** Serves HTTP there. */
  port?: number;
  /** Another room's database, which then stays when this room stops. */
  database?: RoomDatabase;
}

/** Starts a room as the platform does. `stop` it in `afterAll`. */
export async function startTestRoom<Settings extends z.ZodType>(
  definition: SubgraphDefinition<Settings>,
  settings: z.input<Settings>,
  { clock, poolMax = 5, amqpUrl, port, database: given }: TestRoomOptions = {},
): Promise<TestRoom> {
  const database = given ?? (await roomDatabase([definition]));
  const keys = generateAssertionKeys();
  const signer = createAssertionSigner(keys.privateKey, clock);
  const room = await startRoom(definition, {
    databaseUrl: database.urlFor(definition.name),
    poolMax,
    assertionKey: keys.publicKey,
    logger: createLogger('test', process.env['TEST_LOG_LEVEL'] ?? 'silent'),
    settings,
    ...(clock && { clock }),
    ...(amqpUrl && { amqpUrl }),
    ...(port !== undefined && { port }),
  });
  const admin = new pg.Pool({ connectionString: database.adminUrl, max: 2 });
  // Where a test ends the database, the next statement connects again.
  admin.on('error', () => undefined);
  const headersFor = (identity: Identity) => ({
    [ASSERTION_HEADER]: signer.sign(identity, room.name),
    [REQUEST_ID_HEADER]: newId(),
  });
  return {
    room,
    database,
    headersFor,
    as: (identity) => (query, variables) =>
      room.execute({ query, ...(variables && { variables }) }, headersFor(identity)),
    sql: async <Row extends object>(text: string, values: unknown[] = []) =>
      (await admin.query<Row>(text, values)).rows,
    settled: async () => void (await eventually(() => room.isIdle(), Boolean)),
    async stop() {
      await room.stop();
      await admin.end();
      if (!given) await database.drop();
    },
  };
}

/** A member of an organization with one grant, by default its administrator. */
export function staff(
  organizationId: string,
  role: Role = 'ORGANIZATION_ADMIN',
  reach: Grant['reach'] = { kind: 'organization' },
  subject: string = newId(),
): Identity {
  return {
    subject,
    persona: 'STAFF',
    organizationId,
    grants: [{ role, reach }],
    grantsVersion: 1,
    scopes: [],
  };
}

/** Somebody signed in who stands in no organization. */
export function person(subject: string = newId()): Identity {
  return {
    subject,
    persona: 'PERSON',
    organizationId: null,
    grants: [],
    grantsVersion: 0,
    scopes: [],
  };
}

export { systemIdentity as system };
