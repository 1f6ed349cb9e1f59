import { describeWith, redis } from '@propertea/testkit';
import pg from 'pg';
import { keyValueContract } from '../../test/key-value.contract.js';
import { keyValueDatabase, logger } from '../../test/house.js';
import type { KeyValueDatabase } from '../../test/house.js';
import { until } from '../../test/until.js';
import { postgresKeyValue } from './postgres.js';
import { redisKeyValue } from './redis.js';

describe('key-value port on Postgres', () => {
  let database: KeyValueDatabase;

  beforeAll(async () => {
    database = await keyValueDatabase();
  });
  afterAll(() => database.drop());

  keyValueContract(() => postgresKeyValue({ url: database.url, logger }));

  it('a listener learns of a broken connection, and hears again after it is mended', async () => {
    const keyValue = postgresKeyValue({ url: database.url, logger });
    let gaps = 0;
    const told: string[] = [];
    await keyValue.subscribe('news', { message: (text) => told.push(text), gap: () => gaps++ });
    const client = new pg.Client({ connectionString: database.url });
    await client.connect();
    await client.query(
      `select pg_terminate_backend(pid) from pg_stat_activity
       where usename = current_user and application_name = 'propertea-gateway-notices'`,
    );
    await client.end();
    await until(() => gaps >= 2);
    await keyValue.publish('news', 'again');
    await until(() => told.length > 0);
    expect(told).toEqual(['again']);
    await keyValue.close();
  });

  it('the login role reaches nothing but its table', async () => {
    const client = new pg.Client({ connectionString: database.url });
    await client.connect();
    const refused = async (sql: string) => {
      await expect(client.query(sql)).rejects.toThrow(/permission denied|must be owner/);
    };
    await refused('create table gateway.mine (id int)');
    await refused('drop table gateway.key_values');
    await refused('truncate gateway.key_values');
    await refused('create schema mine');
    await client.end();
  });
});

describeWith(redis, 'key-value port on Redis', (url) => {
  keyValueContract(() => redisKeyValue({ url: url(), logger }));
});
