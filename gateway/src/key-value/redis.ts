import { Redis } from 'ioredis';
import type { KeyValue, KeyValueLogger } from './key-value.js';
import { redisWindows } from './redis-windows.js';
import { Subscribers } from './subscribers.js';

const PREFIX = 'propertea:gateway:';

// One step on the server, so that a process dying in between leaves no counter without an expiry.
const INCREMENT = `
local count = redis.call('INCR', KEYS[1])
if count == 1 then redis.call('PEXPIRE', KEYS[1], ARGV[1]) end
return count`;

/** The key-value port on Redis (or Valkey): needed as soon as there are several gateways. */
export function redisKeyValue(options: { url: string; logger: KeyValueLogger }): KeyValue {
  const commands = new Redis(options.url, {
    maxRetriesPerRequest: 2,
    connectTimeout: 5_000,
    disconnectTimeout: 200,
  });
  const notices = new Redis(options.url, {
    maxRetriesPerRequest: null,
    connectTimeout: 5_000,
    disconnectTimeout: 200,
  });
  const subscribers = new Subscribers();
  let seen = false;

  for (const connection of [commands, notices]) {
    connection.on('error', (error: unknown) => {
      options.logger.warn({ err: error }, 'key-value connection lost');
    });
  }
  notices.on('message', (channel: string, message: string) => {
    subscribers.tell(channel.slice(PREFIX.length), message);
  });
  notices.on('close', () => subscribers.tellGap());
  notices.on('ready', () => {
    if (seen) subscribers.tellGap();
    seen = true;
  });

  return {
    async get(key) {
      return (await commands.get(PREFIX + key)) ?? undefined;
    },
    async ttl(key) {
      const left = await commands.pttl(PREFIX + key);
      return left > 0 ? left / 1_000 : undefined;
    },
    async set(key, value, ttlSeconds) {
      await commands.set(PREFIX + key, value, 'PX', milliseconds(ttlSeconds));
    },
    async touch(key, ttlSeconds) {
      await commands.pexpire(PREFIX + key, milliseconds(ttlSeconds));
    },
    async delete(key) {
      await commands.del(PREFIX + key);
    },
    async increment(key, ttlSeconds) {
      return Number(await commands.eval(INCREMENT, 1, PREFIX + key, milliseconds(ttlSeconds)));
    },
    windows: redisWindows(commands, PREFIX),
    async publish(channel, message) {
      await commands.publish(PREFIX + channel, message);
    },
    async subscribe(channel, subscriber) {
      subscribers.add(channel, subscriber);
      // Repeating SUBSCRIBE changes nothing, and its answer is what says that messages will arrive.
      await notices.subscribe(PREFIX + channel);
      return async () => {
        if (subscribers.remove(channel, subscriber)) await notices.unsubscribe(PREFIX + channel);
      };
    },
    async close() {
      await Promise.all(
        // A server that is gone cannot be bidden farewell; a farewell closes by itself.
        [commands, notices].map((connection) =>
          connection.quit().catch(() => connection.disconnect()),
        ),
      );
    },
  };
}

function milliseconds(seconds: number): number {
  return Math.max(1, Math.round(seconds * 1_000));
}
