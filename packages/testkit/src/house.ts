import type { AnySubgraph } from '@propertea/chassis/graph';
import {
  type AssertionSigner,
  createAssertionSigner,
  createLogger,
  generateAssertionKeys,
  type Jwk,
  type RunningRoom,
  startRoom,
} from '@propertea/chassis/runtime';
import { ASSERTION_HEADER, type Identity, newId, REQUEST_ID_HEADER } from '@propertea/kernel';
import { setTimeout as pause } from 'node:timers/promises';
import { type RoomDatabase, roomDatabase } from './database.js';
import type { Send } from './room.js';
import { rootFieldsOf } from './root-fields.js';

const SETTLE_MS = 60_000;
const LOOK_AGAIN_MS = 10;

export interface HouseOptions {
  /** Settings of each room by its name; a room that is not named gets none. */
  settings?: Readonly<Record<string, unknown>>;
  /** Connections of each room's pool. */
  poolMax?: number;
  /** RabbitMQ; without it facts travel through the database. */
  amqpUrl?: string;
  /** Keys of the assertions, where the gateway of the test has them already. */
  keys?: { privateKey: Jwk; publicKey: Jwk };
}

/** Rooms on one database, in process; the gateway's part is played by whoever holds the signer. */
export interface TestHouse {
  rooms: readonly RunningRoom[];
  database: RoomDatabase;
  keys: { privateKey: Jwk; publicKey: Jwk };
  signer: AssertionSigner;
  room(name: string): RunningRoom;
  /** Asks the room that owns the document's first root field. */
  as(identity: Identity): Send;
  /** Asks one room by name: for `_entities`, `_service` and fields that several rooms have. */
  at(room: string, identity: Identity): Send;
  /** Resolves once every fact has reached and passed every room; throws after a minute. */
  settled(): Promise<void>;
  stop(): Promise<void>;
}

/** Starts all given rooms on a fresh database. What was started is stopped where one fails. */
export async function startTestHouse(
  definitions: readonly AnySubgraph[],
  options: HouseOptions = {},
): Promise<TestHouse> {
  const database = await roomDatabase(definitions);
  const keys = options.keys ?? generateAssertionKeys();
  const signer = createAssertionSigner(keys.privateKey);
  const logger = createLogger('test', process.env['TEST_LOG_LEVEL'] ?? 'silent');
  const rooms: RunningRoom[] = [];
  const stop = async (): Promise<void> => {
    await Promise.all(rooms.map((room) => room.stop()));
    await database.drop();
  };
  try {
    for (const definition of definitions) {
      const room = await startRoom(definition as never, {
        databaseUrl: database.urlFor(definition.name),
        poolMax: options.poolMax ?? 5,
        assertionKey: keys.publicKey,
        logger,
        settings: options.settings?.[definition.name] ?? {},
        ...(options.amqpUrl && { amqpUrl: options.amqpUrl }),
      });
      rooms.push(room);
    }
  } catch (error) {
    await stop();
    throw error;
  }

  const room = (name: string): RunningRoom => {
    const found = rooms.find((candidate) => candidate.name === name);
    if (!found) throw new Error(`There is no room ${name} in this house.`);
    return found;
  };
  const at = (name: string, identity: Identity): Send => {
    const target = room(name);
    return (query, variables) =>
      target.execute(
        { query, ...(variables && { variables }) },
        { [ASSERTION_HEADER]: signer.sign(identity, name), [REQUEST_ID_HEADER]: newId() },
      );
  };
  const ownerOf = rootFieldsOf(rooms);
  return {
    rooms,
    database,
    keys,
    signer,
    room,
    at,
    as: (identity) => (query, variables) => at(ownerOf(query), identity)(query, variables),
    settled: () => settled(rooms),
    stop,
  };
}

/** Two quiet looks in a row: between the looks at two rooms a fact may pass from one to the other. */
async function settled(rooms: readonly RunningRoom[]): Promise<void> {
  const deadline = Date.now() + SETTLE_MS;
  for (let quiet = 0; quiet < 2;) {
    const idle = await Promise.all(rooms.map((room) => room.isIdle()));
    quiet = idle.every(Boolean) ? quiet + 1 : 0;
    if (quiet > 0) continue;
    if (Date.now() > deadline) {
      const busy = rooms.filter((_, index) => !idle[index]).map(({ name }) => name);
      throw new Error(`Facts are still on their way after a minute, in ${busy.join(', ')}.`);
    }
    await pause(LOOK_AGAIN_MS);
  }
}
