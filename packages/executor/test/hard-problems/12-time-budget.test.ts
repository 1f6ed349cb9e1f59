import { once } from 'node:events';
import { httpSubgraph } from '../../src/index.js';
import { held } from '../support/faults.js';
import { ask, paths, start } from '../support/ours.js';
import { serve, until } from '../support/server.js';
import { shop } from '../support/shop.js';

const REQUEST = { query: '{ a }', variables: {} };

test('when the time is over, the operation ends at once with what it has, and nothing more is sent', async () => {
  const graph = shop();
  const { fault, asked } = held();
  graph.faults.set('reviews', fault);
  // A subgraph that pays no heed to the signal must not hold it up.
  const controller = new AbortController();
  const executor = await start(graph);
  const answering = ask(executor, '{ me { name reviews { product { name } } } }', {
    signal: controller.signal,
  });
  await asked;
  const before = graph.sent.length;
  controller.abort(new Error('time is over'));
  const settled = await Promise.race([
    answering.then(
      (answer) => answer,
      () => 'rejected',
    ),
    new Promise((resolve) => setTimeout(resolve, 2_000, 'still waiting')),
  ]);
  expect(settled).not.toBe('still waiting');
  expect(graph.sent).toHaveLength(before);
});

test('the signal reaches every subgraph that is being asked', async () => {
  const graph = shop();
  const signals: (AbortSignal | undefined)[] = [];
  for (const name of ['accounts', 'products']) {
    graph.faults.set(name, (_, call) => {
      signals.push(call?.signal);
      return new Promise((_, reject) => {
        call?.signal?.addEventListener('abort', () => reject(new Error('given up')));
      });
    });
  }
  const controller = new AbortController();
  const answering = ask(await start(graph), '{ me { name } topProducts { name } }', {
    signal: controller.signal,
  });
  await until('both asked', () => signals.length === 2);
  controller.abort();
  const answer = await answering;
  expect(signals.map((signal) => signal?.aborted)).toEqual([true, true]);
  expect(answer.data).toEqual({ me: null, topProducts: null });
  expect(paths(answer)).toEqual(['["me"]', '["topProducts"]']);
});

test('an operation that comes too late is not begun', async () => {
  const graph = shop();
  const answer = await ask(await start(graph), '{ me { name } }', { signal: AbortSignal.abort() });
  expect(graph.sent).toEqual([]);
  expect(answer.data ?? { me: null }).toEqual({ me: null });
  expect(answer.errors?.length).toBeGreaterThan(0);
});

test('a mutation whose time is over does not begin its next field', async () => {
  const graph = shop();
  const controller = new AbortController();
  graph.faults.set('accounts', (request) => {
    controller.abort();
    return {
      data: Object.fromEntries([[/(\w+):rename/.exec(request.query)?.[1] ?? 'a', { name: 'A' }]]),
    };
  });
  await ask(
    await start(graph),
    'mutation { a: rename(id: "u1", name: "A") { name } b: review(product: "p1", body: "B") { body } }',
    { signal: controller.signal },
  );
  expect(graph.sent.map(({ subgraph }) => subgraph)).toEqual(['accounts']);
});

test('a subgraph over HTTP that says nothing is given up after its own time', async () => {
  const { url, received } = await serve(() => new Promise(() => undefined));
  const subgraph = httpSubgraph({ name: 'one', url, timeoutMs: 50 });
  await expect(subgraph.execute(REQUEST, { context: {}, kind: 'query' })).rejects.toThrow();
  await subgraph.close();
  expect(received).toHaveLength(1);
});

test('a subgraph over HTTP that stops in the middle is given up after its own time', async () => {
  const { url } = await serve((_, response) => {
    response.writeHead(200, { 'content-type': 'application/json' });
    response.write('{"data":');
    return undefined;
  });
  const subgraph = httpSubgraph({ name: 'one', url, timeoutMs: 50 });
  await expect(subgraph.execute(REQUEST, { context: {}, kind: 'query' })).rejects.toThrow();
  await subgraph.close();
});

test('when the client leaves, the connection to the subgraph is let go', async () => {
  const closed = Promise.withResolvers<void>();
  const { url, received } = await serve((_, response) => {
    void once(response, 'close').then(() => closed.resolve());
    return undefined;
  });
  const subgraph = httpSubgraph({ name: 'one', url });
  const controller = new AbortController();
  const answer = subgraph.execute(REQUEST, {
    context: {},
    kind: 'mutation',
    signal: controller.signal,
  });
  const failed = answer.then(
    () => false,
    () => true,
  );
  await until('asked', () => received.length === 1);
  controller.abort();
  expect(await failed).toBe(true);
  await closed.promise;
  await subgraph.close();
});

describe('a connection that was kept and that the server closes as the request comes', () => {
  async function closing() {
    let requests = 0;
    const server = await serve((_, __, request) => {
      requests += 1;
      if (requests === 2) {
        request.socket.destroy();
        return undefined;
      }
      return { data: { a: requests } };
    });
    const subgraph = httpSubgraph({ name: 'one', url: server.url, connections: 1 });
    await subgraph.execute(REQUEST, { context: {}, kind: 'query' });
    return { ...server, subgraph };
  }

  test('a query is sent once more', async () => {
    const { subgraph, received } = await closing();
    const answer = await subgraph.execute(REQUEST, { context: {}, kind: 'query' });
    expect(answer).toEqual({ data: { a: 3 } });
    expect(received).toHaveLength(3);
    await subgraph.close();
  });

  test('a mutation is not', async () => {
    const { subgraph, received } = await closing();
    const answer = subgraph.execute(REQUEST, { context: {}, kind: 'mutation' });
    await expect(answer).rejects.toThrow();
    expect(received).toHaveLength(2);
    await subgraph.close();
  });

  test('a query is not sent for ever', async () => {
    const { url, received } = await serve((_, __, request) => {
      request.socket.destroy();
      return undefined;
    });
    const subgraph = httpSubgraph({ name: 'one', url });
    const answer = subgraph.execute(REQUEST, { context: {}, kind: 'query' });
    await expect(answer).rejects.toThrow();
    expect(received).toHaveLength(2);
    await subgraph.close();
  });
});
