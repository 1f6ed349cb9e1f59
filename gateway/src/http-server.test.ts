import { startHouse } from '../test/house.js';
import { until } from '../test/until.js';

it('a request in flight is answered before the gateway stops, and none is taken after', async () => {
  const house = await startHouse();
  const slow = house.ask('{ slow }');
  await until(() => house.rooms.properties?.seen.at(-1)?.request.query.includes('slow') ?? false);
  const stopped = house.stop();
  await expect(fetch(`${house.url}/health`)).rejects.toThrow();
  house.state.release();
  expect((await slow).body).toEqual({ data: { slow: 'at last' } });
  const answered = Date.now();
  await stopped;
  // Sooner than the connection, which is kept alive, would be cut.
  expect(Date.now() - answered).toBeLessThan(8_000);
});

it('a connection is kept for longer than whoever is in between keeps it', async () => {
  const house = await startHouse();
  const { headers } = await fetch(`${house.url}/health`);
  expect(headers.get('keep-alive')).toBe('timeout=65');
  await house.stop();
});

it('a port that is taken is told, not suffered', async () => {
  const house = await startHouse();
  const { port } = new URL(house.url);
  await expect(house.startAnother(Number(port))).rejects.toThrow(/EADDRINUSE/);
  await house.stop();
});
