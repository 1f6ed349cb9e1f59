import { BoundedValues, Metrics, type MetricsServer, serveMetrics } from '../index.js';

const TOKEN = 'a token of sixteen';
let server: MetricsServer | undefined;

afterEach(async () => server?.stop());

test('metrics are told on this machine, with what Node itself is at', async () => {
  const metrics = new Metrics();
  metrics.counter('teas_total', 'Teas.', ['kind']).inc({ kind: 'green' });
  const cups = metrics.gauge('cups', 'Cups.');
  metrics.beforeRead(() => cups.set(7));
  metrics.beforeRead(() => Promise.reject(new Error('the kitchen is away')));
  server = await serveMetrics(metrics, { port: 0 });
  expect(server.url).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/metrics$/);
  const answer = await fetch(server.url);
  expect(answer.headers.get('content-type')).toContain('text/plain; version=0.0.4');
  const text = await answer.text();
  expect(text).toContain('teas_total{kind="green"} 1');
  expect(text).toContain('cups 7');
  expect(text).toContain('nodejs_eventloop_lag_seconds');
  const others = [server.url.replace('metrics', ''), server.url].map((url, index) =>
    fetch(url, { method: index === 0 ? 'GET' : 'POST' }),
  );
  expect((await Promise.all(others)).map(({ status }) => status)).toEqual([404, 405]);
});

test('with a token, only who sends it reads them', async () => {
  server = await serveMetrics(new Metrics(), { port: 0, token: TOKEN });
  const { url } = server;
  const read = async (authorization?: string) =>
    (await fetch(url, { headers: { ...(authorization && { authorization }) } })).status;
  expect([await read(), await read('Bearer wrong'), await read(TOKEN)]).toEqual([401, 401, 401]);
  expect(await read(`Bearer ${TOKEN}`)).toBe(200);
});

test('beyond this machine they are not told without a token', async () => {
  await expect(serveMetrics(new Metrics(), { port: 0, host: '0.0.0.0' })).rejects.toThrow(
    'set METRICS_TOKEN',
  );
});

test('what is asked for twice is one metric', () => {
  const metrics = new Metrics();
  expect(metrics.counter('a_total', 'A.')).toBe(metrics.counter('a_total', 'A.'));
});

test('values of a label are bounded, and the first ones stay', () => {
  const values = new BoundedValues(2);
  expect(['a', 'b', 'c', 'a', 'd'].map((value) => values.of(value))).toEqual([
    'a',
    'b',
    'other',
    'a',
    'other',
  ]);
});
