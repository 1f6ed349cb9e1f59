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
  type Grant,
  type Identity,
  newId,
  REQUEST_ID_HEADER,
  type Role,
  systemIdentity,
} from '@propertea/kernel';
import type { z } from 'zod';
import { type RoomDatabase, roomDatabase } from './database.js';

/** Sends a GraphQL document in somebody's name. */
export type Send = (query: string, variables?: Record<string, unknown>) => Promise<GraphQLAnswer>;

/** A room on a database of its own, reached in process as the gateway would reach it. */
export interface TestRoom {
  room: RunningRoom;
  database: RoomDatabase;
  as(identity: Identity): Send;
  stop(): Promise<void>;
}

export async function startTestRoom<Settings extends z.ZodType>(
  definition: SubgraphDefinition<Settings>,
  settings: z.input<Settings>,
): Promise<TestRoom> {
  const database = await roomDatabase([definition as never]);
  const keys = generateAssertionKeys();
  const signer = createAssertionSigner(keys.privateKey);
  const room = await startRoom(definition, {
    databaseUrl: database.urlFor(definition.name),
    poolMax: 5,
    assertionKey: keys.publicKey,
    logger: createLogger('test', process.env['TEST_LOG_LEVEL'] ?? 'silent'),
    settings,
  });
  return {
    room,
    database,
    as: (identity) => (query, variables) =>
      room.execute(
        { query, ...(variables && { variables }) },
        { [ASSERTION_HEADER]: signer.sign(identity, room.name), [REQUEST_ID_HEADER]: newId() },
      ),
    async stop() {
      await room.stop();
      await database.drop();
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
