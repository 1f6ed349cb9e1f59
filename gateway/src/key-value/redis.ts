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

/** What a command may take: a server that is gone is told apart from one that is slow. */
const COMMAND_MS = 3_000;
/** A connection on which nothing is heard for so long, though something was asked, is made anew. */
const SILENCE_MS = 5_000;
/** Listening asks nothing by itself, so that a server that went without a word would not be missed. */
const PING_EVERY_MS = 5_000;

/** The key-value port on Redis (or Valkey): needed as soon as there are several gateways. */
export function redisKeyValue(options: { url: string; logger: KeyValueLogger }): KeyValue {
  const connecting = { connectTimeout: 5_000, disconnectTimeout: 200, socketTimeout: SILENCE_MS };
  const commands = new Redis(options.url, {
    ...connecting,
    maxRetriesPerRequest: 2,
    commandTimeout: COMMAND_MS,
  });
  const notices = new Redis(options.url, {
    ...connecting,
    maxRetriesPerRequest: null,
    // Its own attempt cannot be caught, so that one which fails would end the process; see heardAgain.
    autoResubscribe: false,
  });
  const subscribers = new Subscribers();
  let wasReady = false;
  let isReady = false;

  for (const connection of [commands, notices]) {
    connection.on('error', (error: unknown) => {
      options.logger.warn({ err: error }, 'key-value connection lost');
    });
  }
  notices.on('message', (channel: string, message: string) => {
    subscribers.tell(channel.slice(PREFIX.length), message);
  });
  // Once for each loss: an attempt to connect that fails loses nothing more.
  notices.on('close', () => {
    if (isReady) subscribers.tellGap();
    isReady = false;
  });
  notices.on('ready', () => {
    isReady = true;
    if (wasReady) void heardAgain();
    wasReady = true;
  });
  const pinging = setInterval(() => {
    if (isReady) notices.ping().catch(() => undefined);
  }, PING_EVERY_MS);
  pinging.unref();

  /** The gap ends where messages arrive again, not before. */
  async function heardAgain(): Promise<void> {
    const channels = subscribers.channels().map((channel) => PREFIX + channel);
    if (channels.length > 0) await notices.subscribe(...channels).catch(() => undefined);
    subscribers.tellGap();
  }

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
    async setIfAbsent(key, value, ttlSeconds) {
      const ms = milliseconds(ttlSeconds);
      return (await commands.set(PREFIX + key, value, 'PX', ms, 'NX')) === 'OK';
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
        if (!subscribers.remove(channel, subscriber)) return;
        // Not waited for: a server that is gone would keep whoever stops from stopping.
        notices.unsubscribe(PREFIX + channel).catch(() => undefined);
      };
    },
    async close() {
      clearInterval(pinging);
      await Promise.all([commands, notices].map(farewell));
    },
  };
}

/** A server that is gone cannot be bidden farewell; a farewell closes by itself. */
async function farewell(connection: Redis): Promise<void> {
  if (connection.status !== 'ready') return connection.disconnect();
  const late = setTimeout(() => connection.disconnect(), COMMAND_MS);
  await connection.quit().catch(() => connection.disconnect());
  clearTimeout(late);
}

function milliseconds(seconds: number): number {
  return Math.max(1, Math.round(seconds * 1_000));
}
