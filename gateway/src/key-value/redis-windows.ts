import type { Redis, Result } from 'ioredis';
import { SLICES, sliceMsOf, spendingOf } from './sliding-windows.js';
import type { SlidingWindows } from './sliding-windows.js';

// The server's clock, so that the clocks of gateways do not matter. A hash holds units by slice.
const SPEND = `
local units, limit, slice_ms, kept = tonumber(ARGV[1]), tonumber(ARGV[2]), tonumber(ARGV[3]), tonumber(ARGV[4])
local time = redis.call('TIME')
local now = time[1] * 1000 + math.floor(time[2] / 1000)
local slice = math.floor(now / slice_ms)
local held = redis.call('HGETALL', KEYS[1])
local spent, live = 0, {}
for i = 1, #held, 2 do
  if tonumber(held[i]) + kept <= slice then
    redis.call('HDEL', KEYS[1], held[i])
  else
    spent = spent + tonumber(held[i + 1])
    live[#live + 1] = tonumber(held[i])
    live[#live + 1] = tonumber(held[i + 1])
  end
end
local allowed = 0
if spent + units <= limit then
  allowed = 1
  redis.call('HINCRBY', KEYS[1], string.format('%.0f', slice), units)
  redis.call('PEXPIRE', KEYS[1], math.ceil(kept * slice_ms))
  live[#live + 1] = slice
  live[#live + 1] = units
end
return {allowed, now, slice, unpack(live)}`;

const CORRECT = `
local held = redis.call('HGET', KEYS[1], ARGV[1])
if held then redis.call('HSET', KEYS[1], ARGV[1], math.max(0, held + ARGV[2])) end
return 0`;

declare module 'ioredis' {
  interface RedisCommander<Context> {
    spendUnits(key: string, ...args: number[]): Result<number[], Context>;
    correctUnits(key: string, ...args: number[]): Result<number, Context>;
  }
}

/** Windows that all gateways share: one script, so one round trip and one step, for each decision. */
export function redisWindows(connection: Redis, prefix: string): SlidingWindows {
  connection.defineCommand('spendUnits', { numberOfKeys: 1, lua: SPEND });
  connection.defineCommand('correctUnits', { numberOfKeys: 1, lua: CORRECT });
  return {
    async spend(key, units, window) {
      const [allowed, now = 0, slice = 0, ...pairs] = await connection.spendUnits(
        prefix + key,
        units,
        window.units,
        sliceMsOf(window),
        SLICES + 1,
      );
      return spendingOf(
        { allowed: allowed === 1, now, slice, slices: paired(pairs) },
        units,
        window,
      );
    },
    async correct(key, slice, difference) {
      await connection.correctUnits(prefix + key, slice, difference);
    },
  };
}

function* paired(flat: readonly number[]): Generator<readonly [number, number]> {
  for (let at = 0; at + 1 < flat.length; at += 2) yield [flat[at] ?? 0, flat[at + 1] ?? 0];
}
