import { freePort } from '@propertea/testkit';
import { once } from 'node:events';
import { setTimeout as pause } from 'node:timers/promises';
import { WebSocket } from 'ws';
import { isReady, startGatewayProcess } from '../test/gateway-process.js';
import { startHouse } from '../test/house.js';
import { openSocket } from '../test/socket-client.js';
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

it('a request that takes longer than the gateway waits for it is cut off', async () => {
  const house = await startHouse({ config: { drain: { graceMs: 0 } } });
  const slow = house.ask('{ slow }');
  await until(() => house.rooms.properties?.seen.at(-1)?.request.query.includes('slow') ?? false);
  await Promise.all([expect(slow).rejects.toThrow(), house.stop()]);
});

it('a gateway that begins to stop says so, serves on for a while and keeps nobody', async () => {
  const house = await startHouse({ config: { drain: { leadMs: 3_000 } } });
  const socket = await openSocket(house, {});
  const slow = house.ask('{ slow }');
  await until(() => house.rooms.properties?.seen.at(-1)?.request.query.includes('slow') ?? false);
  const before = await fetch(`${house.url}/health`);
  expect(before.headers.get('connection')).not.toBe('close');

  const stopped = house.stop();
  const ready = await fetch(`${house.url}/ready`);
  expect([ready.status, await ready.json()]).toEqual([503, { status: 'stopping' }]);
  const answer = await house.ask('{ notice }');
  expect(answer.body.data).toEqual({ notice: 'open on Mondays' });
  expect(answer.headers.get('connection')).toBe('close');
  const late = new WebSocket(`${house.url.replace('http', 'ws')}/graphql`, 'graphql-transport-ws');
  const [code] = (await once(late, 'close')) as [number];
  expect(code).toBe(1012);
  expect(socket.closed).toBeUndefined();
  house.state.release();
  expect((await slow).headers.get('connection')).toBe('close');

  await stopped;
  await until(() => socket.closed !== undefined);
  expect(socket.closed?.code).toBe(1012);
});

it('no request fails while two gateways are restarted one after the other under load', async () => {
  const house = await startHouse({ overHttp: true });
  const ports = [await freePort(), await freePort()];
  const start = (port: number) => startGatewayProcess(house, port, { DRAIN_LEAD_MS: '500' });
  const processes = await Promise.all(ports.map(start));
  const rotation = new Set(processes.map(({ url }) => url));
  const failures: unknown[] = [];
  let answered = 0;
  let turn = 0;
  const over = new AbortController();

  /** As balancers of load do: the next one of those that are ready; another one if that refuses to connect. */
  async function ask(): Promise<void> {
    for (let attempt = 0; ; attempt++) {
      const urls = [...rotation];
      const at = urls[turn++ % urls.length] ?? '';
      try {
        const { body } = await house.ask('{ notice properties { name manager } }', { at });
        if (body.errors) failures.push(body);
        else answered++;
        return;
      } catch (error) {
        const { cause } = error as { cause?: { code?: string } };
        if (cause?.code === 'ECONNREFUSED' && attempt < 5) continue;
        failures.push(error);
        return;
      }
    }
  }
  const everywhere = processes.map(async ({ url }) => {
    while (!over.signal.aborted) {
      if (await isReady(url)) rotation.add(url);
      else rotation.delete(url);
      await pause(20);
    }
  });
  const load = Array.from({ length: 4 }, async () => {
    while (!over.signal.aborted) {
      await ask();
      await pause(5);
    }
  });

  const [first, second] = processes;
  const enough = async () => {
    const so = answered + 50;
    await until(() => answered > so || failures.length > 0);
  };
  await enough();
  const codes = [await first?.stop()];
  processes[0] = await start(ports[0] ?? 0);
  await until(() => rotation.size === 2);
  codes.push(await second?.stop());
  await enough();
  over.abort();
  await Promise.all([...load, ...everywhere]);
  await processes[0]?.stop();
  await house.stop();
  expect(failures).toEqual([]);
  expect(codes).toEqual([0, 0]);
});

it('a port that is taken is told, not suffered', async () => {
  const house = await startHouse();
  const { port } = new URL(house.url);
  await expect(house.startAnother(Number(port))).rejects.toThrow(/EADDRINUSE/);
  await house.stop();
});
