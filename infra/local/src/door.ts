import { createAssertionSigner } from '@propertea/chassis/runtime';
import type { GraphQLAnswer, GraphQLRequest, RoomTransport } from '@propertea/chassis/runtime';
import { asAdmin } from '@propertea/chassis/store';
import { ASSERTION_HEADER, REQUEST_ID_HEADER, newId } from '@propertea/kernel';
import type { Identity } from '@propertea/kernel';
import type { Secrets } from './secrets.js';

/** A running house as scripts of ours use it, from the same process or from another. */
export interface HouseDoor {
  /** Of the gateway as browsers see it, without a path. */
  readonly url: string;
  readonly issuer: string;
  /** Administrator's connection string of the database. */
  readonly adminUrl: string;
  readonly secrets: Secrets;
  /** Asks one room directly, as `identity`. The answer may hold GraphQL errors. */
  ask(room: string, request: GraphQLRequest, identity: Identity): Promise<GraphQLAnswer>;
  /** Whether every fact has reached and passed every room that waits for it. */
  isIdle(): Promise<boolean>;
}

export function openDoor(parts: {
  url: string;
  issuer: string;
  adminUrl: string;
  secrets: Secrets;
  rooms: ReadonlyMap<string, RoomTransport>;
}): HouseDoor {
  const { url, issuer, adminUrl, secrets, rooms } = parts;
  const signer = createAssertionSigner(secrets.assertion.privateKey);
  return {
    url,
    issuer,
    adminUrl,
    secrets,
    ask: async (name, request, identity) => {
      const transport = rooms.get(name);
      if (!transport) throw new Error(`There is no room ${name} in this house.`);
      return transport.execute(request, {
        [ASSERTION_HEADER]: signer.sign(identity, name),
        [REQUEST_ID_HEADER]: newId(),
      });
    },
    isIdle: () => isBusIdle(adminUrl, [...rooms.keys()]),
  };
}

async function isBusIdle(adminUrl: string, rooms: readonly string[]): Promise<boolean> {
  return asAdmin(adminUrl, async (client) => {
    const conditions = [
      'not exists (select from bus.deliveries where dead_at is null)',
      ...rooms.map((room) => {
        const table = `${client.escapeIdentifier(room)}.outbox`;
        return `not exists (select from ${table} where published_at is null)`;
      }),
    ];
    const { rows } = await client.query<{ idle: boolean }>(
      `select ${conditions.join(' and ')} as idle`,
    );
    return rows[0]?.idle ?? false;
  });
}
