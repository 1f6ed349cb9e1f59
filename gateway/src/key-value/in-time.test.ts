import { once } from 'node:events';
import { connect, createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { inTime } from './in-time.js';

it('work that takes too long rejects, and what it comes to later is nobody’s business', async () => {
  const { promise, reject } = Promise.withResolvers<never>();
  await expect(inTime(promise, 10)).rejects.toThrow('no answer within 10 ms');
  reject(new Error('later'));
  await expect(inTime(Promise.resolve('done'), 10)).resolves.toBe('done');
});

it('an answer that has come while the process was busy itself is in time', async () => {
  const server = createServer((socket) => socket.end('answer')).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const socket = connect((server.address() as AddressInfo).port, '127.0.0.1');
  await once(socket, 'connect');
  const answer = inTime(once(socket, 'data'), 20);
  const busyUntil = performance.now() + 100;
  while (performance.now() < busyUntil);
  await expect(answer).resolves.toEqual([Buffer.from('answer')]);
  server.close();
});
