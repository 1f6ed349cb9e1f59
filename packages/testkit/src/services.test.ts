import { spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { connect } from 'node:net';
import { chromium, rabbitmq, redis, sourceOf } from './services.js';
import { describeWith } from './services-suite.js';

/** Sends `greeting` to the server of a URL and resolves with the beginning of its answer. */
async function answerOf(url: string, greeting: string | Buffer): Promise<Buffer> {
  const { hostname, port } = new URL(url);
  const socket = connect({ host: hostname, port: Number(port) });
  socket.setTimeout(10_000, () => socket.destroy(new Error(`no answer from ${url}`)));
  socket.write(greeting);
  const [answer] = await once(socket, 'data');
  socket.destroy();
  return answer;
}

describeWith(redis, 'Redis for a suite', (url) => {
  test('answers at its URL', async () => {
    expect((await answerOf(url(), 'PING\r\n')).toString()).toMatch(/^\+PONG|^-NOAUTH/);
  });

  test('a server of its own is gone after stop', async () => {
    const own = await redis();
    await own.stop();
    if (sourceOf('redis')?.kind !== 'installed') return;
    await expect(answerOf(own.value, 'PING\r\n')).rejects.toThrow('ECONNREFUSED');
  });
});

describeWith(rabbitmq, 'RabbitMQ for a suite', (url) => {
  test('speaks AMQP 0-9-1 at its URL', async () => {
    const start = await answerOf(url(), Buffer.from('AMQP\0\0\u0009\u0001', 'latin1'));
    expect(start[0]).toBe(1);
  });
});

describeWith(chromium, 'Chromium for a suite', (path) => {
  test('is an executable of version 100 or newer', () => {
    const { stdout } = spawnSync(path(), ['--version'], { encoding: 'utf8' });
    expect(Number(/(\d+)\./.exec(stdout)?.[1])).toBeGreaterThanOrEqual(100);
  });
});
