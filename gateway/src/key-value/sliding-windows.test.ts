import { describeWith, redis } from '@propertea/testkit';
import { Redis } from 'ioredis';
import { keyValueDatabase, logger } from '../../test/house.js';
import type { KeyValueDatabase } from '../../test/house.js';
import { slidingWindowsContract } from '../../test/sliding-windows.contract.js';
import { until } from '../../test/until.js';
import type { KeyValue } from './key-value.js';
import { memoryWindows } from './memory-windows.js';
import { postgresKeyValue } from './postgres.js';
import { redisKeyValue } from './redis.js';

const windowsOf = (open: readonly KeyValue[]) => open.map(({ windows }) => windows);

describe('sliding windows in one process', () => {
  const windows = memoryWindows();
  slidingWindowsContract(() => [windows]);
});

describe('sliding windows on Postgres', () => {
  let database: KeyValueDatabase;
  let open: KeyValue[];

  beforeAll(async () => {
    database = await keyValueDatabase();
    open = [1, 2].map(() => postgresKeyValue({ url: database.url, logger }));
  });
  afterAll(async () => {
    await Promise.all(open.map((keyValue) => keyValue.close()));
    await database.drop();
  });

  slidingWindowsContract(() => windowsOf(open));
});

describeWith(redis, 'sliding windows on Redis', (url) => {
  let open: KeyValue[];

  beforeAll(() => {
    open = [1, 2].map(() => redisKeyValue({ url: url(), logger }));
  });
  afterAll(() => Promise.all(open.map((keyValue) => keyValue.close())));

  slidingWindowsContract(() => windowsOf(open));

  it('a decision is one round trip', async () => {
    const [windows] = windowsOf(open);
    await windows?.spend('warm', 1, { units: 10, seconds: 60 });
    const connection = new Redis(url());
    const monitor = await connection.monitor();
    const sent: string[] = [];
    monitor.on('monitor', (_time: string, args: string[], source: string) => {
      if (source !== 'lua') sent.push(args.join(' '));
    });
    await windows?.spend('told', 1, { units: 10, seconds: 60 });
    await until(() => sent.length > 0);
    await connection.ping();
    await until(() => sent.includes('ping'));
    expect(sent.filter((command) => command !== 'ping' && command !== 'info')).toEqual([
      expect.stringMatching(/^evalsha .*told/),
    ]);
    monitor.disconnect();
    connection.disconnect();
  });
});
