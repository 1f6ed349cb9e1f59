import { generateAssertionKeys, overHttp } from '@propertea/chassis/runtime';
import { freePort } from '@propertea/testkit';
import { createHash } from 'node:crypto';
import { createGateway } from '../../src/gateway.js';
import type { Gateway } from '../../src/gateway.js';
import type { GatewayConfig } from '../../src/config.js';
import { redisKeyValue } from '../../src/key-value/redis.js';
import { rabbitFeed } from '../../src/live/rabbit-feed.js';
import { logger } from '../house.js';
import { CLIENT, startProvider } from '../provider.js';
import type { TestProvider } from '../provider.js';
import { writeSchema } from '../supergraph.js';
import { KillableRoom } from './killable-room.js';
import { stormRooms } from './rooms.js';

/** Gateways over small rooms behind HTTP, with sessions in Redis and events from RabbitMQ. */
export interface StormHouse {
  /** Of the first gateway. */
  url: string;
  provider: TestProvider;
  /** Lets the subscription that the room `leasing` serves itself tell something. */
  tick(): void;
  room(name: string): KillableRoom;
  /** Another gateway over the same of everything. */
  another(): Promise<{ url: string; stop(): Promise<void> }>;
  /** Another supergraph than the one before, as when a room was deployed; it differs by `version`. */
  deploy(version: number): Promise<void>;
  stop(): Promise<void>;
}

export async function startStormHouse(at: {
  redisUrl: string;
  amqpUrl: string;
}): Promise<StormHouse> {
  const keys = generateAssertionKeys();
  const { rooms, ticks, eventsSdl } = stormRooms(keys.publicKey);
  const events = { name: 'events', sdl: eventsSdl };
  const schemaPath = await writeSchema([...rooms, events]);
  const killable = new Map(rooms.map((room) => [room.name, new KillableRoom(room)]));
  for (const room of killable.values()) await room.start();
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const provider = await startProvider({ sites: [url] });
  const begin = async (ownPort: number) => {
    const keyValue = redisKeyValue({ url: at.redisUrl, logger });
    const feed = rabbitFeed({ url: at.amqpUrl, logger });
    const config: GatewayConfig = {
      mode: 'development',
      publicUrl: url,
      supergraphPath: schemaPath,
      supergraphPollMs: 100,
      rooms: [...killable].map(([name, room]) => overHttp(name, room.url)),
      oidc: { issuer: provider.issuer, clientId: CLIENT.id, clientSecret: CLIENT.secret },
      assertionKey: keys.privateKey,
      keyValue,
      events: feed,
      cookieSecrets: ['a secret of the tests, long enough'],
      // Clients live in this process: on a machine that stands still they would all pass for gone.
      sockets: { pingMs: 600_000 },
      logger,
    };
    const gateway: Gateway = await createGateway(config);
    const listening = await gateway.start(ownPort);
    return {
      url: `http://127.0.0.1:${listening}`,
      async stop() {
        await gateway.stop();
        await Promise.all([keyValue.close(), feed.close()]);
      },
    };
  };
  const first = await begin(port);
  const original = rooms.map(({ name, sdl }) => ({ name, sdl }));

  return {
    url,
    provider,
    tick: () => void ticks.emit('tick'),
    room(name) {
      const room = killable.get(name);
      if (!room) throw new Error(`There is no room ${name}.`);
      return room;
    },
    another: () => begin(0),
    async deploy(version) {
      const grown = original.map(({ name, sdl }) => ({
        name,
        sdl: sdl.replace('readBy: String', `readBy: String only${version}: String`),
      }));
      for (const { name, sdl } of grown) {
        const sdlHash = createHash('sha256').update(sdl).digest('hex');
        Object.assign(killable.get(name)?.room ?? {}, { sdlHash });
      }
      await writeSchema([...grown, events], schemaPath);
    },
    async stop() {
      await first.stop();
      await provider.stop();
      for (const room of killable.values()) await room.kill();
    },
  };
}
