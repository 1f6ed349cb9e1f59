import { httpSubgraph } from '../../src/index.js';
import { serve } from '../support/server.js';

afterEach(() => {
  expect(({} as any).polluted).toBeUndefined();
});

const REQUEST = { query: '{ a }', variables: {} };
const CALL = { context: {}, kind: 'query' } as const;

async function answered(status: number, body: string, type = 'application/json') {
  const { url } = await serve((_, response) => {
    response.writeHead(status, { 'content-type': type });
    response.end(body);
    return undefined;
  });
  const subgraph = httpSubgraph({ name: 'one', url, maxBytes: 1_000 });
  try {
    return await subgraph.execute(REQUEST, CALL);
  } finally {
    await subgraph.close();
  }
}

test.each(['', '{', '<html>', '[]', 'null', '"x"', '{"a":1}', '{"data":{}} trailing'])(
  'a body that is no answer is an outage: %s',
  async (body) => {
    await expect(answered(200, body)).rejects.toThrow();
  },
);

test('an answer is an answer with whatever status', async () => {
  const body = '{"errors":[{"message":"no"}]}';
  expect(await answered(400, body)).toEqual({ errors: [{ message: 'no' }] });
  expect(await answered(500, body, 'application/graphql-response+json')).toEqual({
    errors: [{ message: 'no' }],
  });
  await expect(answered(502, 'Bad Gateway', 'text/html')).rejects.toThrow();
});

test('a body that is too large is not read to its end', async () => {
  await expect(answered(200, JSON.stringify({ data: 'x'.repeat(2_000) }))).rejects.toThrow();
  let sent = 0;
  const { url } = await serve((_, response) => {
    response.writeHead(200, { 'content-type': 'application/json' });
    const more = () => {
      while (sent < 1e9 && !response.destroyed) {
        sent += 65_536;
        if (!response.write('x'.repeat(65_536))) {
          response.once('drain', more);
          return;
        }
      }
    };
    more();
    return undefined;
  });
  const subgraph = httpSubgraph({ name: 'one', url, maxBytes: 100_000 });
  await expect(subgraph.execute(REQUEST, CALL)).rejects.toThrow();
  await subgraph.close();
  expect(sent).toBeLessThan(1e8);
});

test('a connection that closes in the middle of a body is an outage', async () => {
  const { url } = await serve((_, response) => {
    response.writeHead(200, { 'content-type': 'application/json', 'content-length': '100' });
    response.write('{"data":{"a":1}}');
    setTimeout(() => response.destroy(), 5);
    return undefined;
  });
  const subgraph = httpSubgraph({ name: 'one', url });
  await expect(subgraph.execute(REQUEST, CALL)).rejects.toThrow();
  await subgraph.close();
});

test('no way out of JSON: keys and text in any encoding', async () => {
  const body = '{"data":{"__proto__":{"polluted":1},"a":"\\ud800 ü \\u0000"}}';
  const answer: any = await answered(200, body);
  expect(answer.data.a).toBe('\ud800 ü \u0000');
});
