import { describeWithRedis } from '@propertea/testkit';
import { logger } from '../../test/house.js';
import { until } from '../../test/until.js';
import { redisKeyValue } from './redis.js';

describeWithRedis('the key-value port while its Redis is gone', (redis) => {
  it('fails soon, tells of one gap at each end, and hears again', async () => {
    const keyValue = redisKeyValue({ url: redis().url, logger });
    const told: string[] = [];
    let gaps = 0;
    await keyValue.subscribe('news', { message: (text) => told.push(text), gap: () => gaps++ });
    await keyValue.set('kept', 'value', 60);

    await redis().kill();
    await until(() => gaps > 0);
    const begun = Date.now();
    while (Date.now() - begun < 1_500) await expect(keyValue.get('kept')).rejects.toThrow();
    expect(gaps).toBe(1);

    const other = redisKeyValue({ url: redis().url, logger });
    const closing = Date.now();
    await other.close();
    expect(Date.now() - closing).toBeLessThan(5_000);

    await redis().start();
    await until(() => gaps > 1);
    await keyValue.publish('news', 'again');
    await until(() => told.length > 0);
    expect([told, gaps, await keyValue.get('kept')]).toEqual([['again'], 2, 'value']);
    await keyValue.close();
  });

  it('fails soon though its server only fell silent, and misses that it hears nothing', async () => {
    const keyValue = redisKeyValue({ url: redis().url, logger });
    const told: string[] = [];
    let gaps = 0;
    await keyValue.subscribe('news', { message: (text) => told.push(text), gap: () => gaps++ });
    redis().pause();
    try {
      const begun = Date.now();
      await expect(keyValue.get('kept')).rejects.toThrow();
      expect(Date.now() - begun).toBeLessThan(5_000);
      await until(() => gaps === 1);
    } finally {
      redis().goOn();
    }
    await until(() => gaps === 2);
    await keyValue.publish('news', 'again');
    await until(() => told.length > 0);
    expect(told).toEqual(['again']);
    await keyValue.close();
  });

  it('is closed soon too', async () => {
    const keyValue = redisKeyValue({ url: redis().url, logger });
    const stop = await keyValue.subscribe('news', { message: () => undefined });
    await redis().kill();
    await expect(keyValue.get('kept')).rejects.toThrow();
    const begun = Date.now();
    await stop();
    await keyValue.close();
    expect(Date.now() - begun).toBeLessThan(5_000);
    await redis().start();
  });
});
