import { eventsByRoom, mayPublish } from '../events/index.js';

const VHOST = 'propertea';
const EXCHANGE = 'propertea';
/** Reads what subscriptions tell of, and publishes nothing. */
const GATEWAY = 'gateway';
/** The room whose operators look after the dead letters of all. */
const DEAD_LETTER_ROOM = 'operations';

/**
 * What RabbitMQ must know of the house: a user for each room, who makes, reads and writes only what begins
 * with `propertea.<room>` and publishes only the room's own types; and one for the gateway, who hears events
 * of `liveTypes` in queues of its own. Hashes of passwords come from the environment, in whose variables the
 * places are named.
 */
export function printBrokerDefinitions(
  rooms: readonly string[],
  liveTypes: readonly string[] = [],
): string {
  const sorted = rooms.toSorted();
  const definitions = {
    vhosts: [{ name: VHOST }],
    users: [
      user('propertea', 'RABBITMQ_HASH', ['administrator']),
      ...[GATEWAY, ...sorted].map((name) => user(name, hashOf(name))),
    ],
    permissions: [
      { user: 'propertea', vhost: VHOST, configure: '.*', write: '.*', read: '.*' },
      gatewayPermissions(),
      ...sorted.map((room) => permissionsOf(room, sorted)),
    ],
    topic_permissions: [
      topicsOf(GATEWAY, { write: [], read: oneOf(liveTypes) }),
      ...sorted.map((room) => topicsOf(room, { write: publishedBy(room), read: '.*' })),
    ],
    exchanges: [
      {
        name: EXCHANGE,
        vhost: VHOST,
        type: 'topic',
        durable: true,
        auto_delete: false,
        internal: false,
        arguments: {},
      },
    ],
  };
  return `${JSON.stringify(definitions, undefined, 2)}\n`;
}

function user(name: string, hash: string, tags: string[] = []) {
  return {
    name,
    password_hash: `\${${hash}}`,
    hashing_algorithm: 'rabbit_password_hashing_sha256',
    tags,
  };
}

const hashOf = (name: string): string => `${name.toUpperCase().replaceAll('-', '_')}_AMQP_HASH`;

function topicsOf(name: string, { write, read }: { write: readonly string[]; read: string }) {
  return { user: name, vhost: VHOST, exchange: EXCHANGE, write: oneOf(write), read };
}

/** What is exactly one of these; nothing at all where there is none. */
const oneOf = (types: readonly string[]): string =>
  types.length === 0 ? '^$' : `^(${types.map(quoted).join('|')})$`;

/** Its own exchange and queues; the common exchange is there to be heard. */
function gatewayPermissions() {
  const own = `^propertea\\.${GATEWAY}(\\.[a-z0-9.-]+)?$`;
  return { user: GATEWAY, vhost: VHOST, configure: own, write: own, read: `${own}|^propertea$` };
}

/** Its own exchange and queues; of the common exchange it may bind and publish, but not remove it. */
function permissionsOf(room: string, rooms: readonly string[]) {
  const own = `^propertea\\.${quoted(room)}(\\.[a-z0-9.-]+)?$`;
  const used = `${own}|^propertea$`;
  const every = rooms.map(quoted).join('|');
  const isForAll = room === DEAD_LETTER_ROOM;
  return {
    user: room,
    vhost: VHOST,
    configure: own,
    write: isForAll ? `${used}|^propertea\\.(${every})$` : used,
    read: isForAll ? `${used}|^propertea\\.(${every})\\.dead$` : used,
  };
}

function publishedBy(room: string): string[] {
  const types = Object.values(eventsByRoom).flatMap((events) => events.map(({ type }) => type));
  return [...new Set(types)].filter((type) => mayPublish(room, type)).toSorted();
}

const quoted = (text: string): string => text.replaceAll(/[.-]/g, '\\$&');
