import { httpSubgraph } from '../../src/index.js';
import type { SubgraphCall } from '../../src/index.js';
import { serve } from '../support/server.js';

const REQUEST = { query: '{ a }', variables: {} };

async function headersSent(
  headers: (call: SubgraphCall<any>) => Record<string, string>,
  context: unknown = {},
) {
  const { url, received } = await serve(() => ({ data: { a: 1 } }));
  const subgraph = httpSubgraph<any>({ name: 'one', url, headers });
  try {
    const answer = await subgraph.execute(REQUEST, { context, kind: 'query' });
    expect(answer).toEqual({ data: { a: 1 } });
  } finally {
    await subgraph.close();
  }
  expect(received).toHaveLength(1);
  expect(received[0]?.body).toEqual(REQUEST);
  return { headers: received[0]?.headers ?? {}, host: new URL(url).host };
}

test('a subgraph receives the headers that are given for it, and no others of the client', async () => {
  const context = { headers: { authorization: 'Bearer a', cookie: 'secret', 'x-trace': '1' } };
  const { headers, host } = await headersSent(
    (call) => ({ authorization: call.context.headers.authorization }),
    context,
  );
  const { 'content-length': length, accept, ...others } = headers;
  expect(Number(length)).toBe(JSON.stringify(REQUEST).length);
  expect(accept).toContain('application/json');
  expect(others).toEqual({
    authorization: 'Bearer a',
    'content-type': 'application/json',
    host,
    connection: 'keep-alive',
  });
});

test.each([
  'Host',
  'connection',
  'Keep-Alive',
  'transfer-encoding',
  'Content-Length',
  'content-type',
  'te',
  'Trailer',
  'upgrade',
  'proxy-authorization',
  'Expect',
])('%s is about one connection and is never passed on', async (name) => {
  const { headers, host } = await headersSent(() => ({ [name]: '7', 'x-kept': 'yes' }));
  expect(headers['x-kept']).toBe('yes');
  expect(headers.host).toBe(host);
  expect(headers['content-type']).toBe('application/json');
  expect(Number(headers['content-length'])).toBe(JSON.stringify(REQUEST).length);
  expect(headers[name.toLowerCase()]).not.toBe('7');
});

test('nothing after a line break in a header becomes one of its own', async () => {
  const { url, received } = await serve(() => ({ data: { a: 1 } }));
  const headers = () => ({ 'x-name': 'a\r\nx-admin: yes' });
  const subgraph = httpSubgraph<any>({ name: 'one', url, headers });
  await subgraph.execute(REQUEST, { context: {}, kind: 'query' }).catch(() => undefined);
  await subgraph.close();
  for (const one of received) expect(one.headers).not.toHaveProperty('x-admin');
});
