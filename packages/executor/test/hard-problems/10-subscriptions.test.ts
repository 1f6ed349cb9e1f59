import type { Source } from '../support/source.js';
import { down, forget } from '../support/faults.js';
import type { Graph } from '../support/graph.js';
import { events, onTheWire, start, subscribe } from '../support/ours.js';
import { until } from '../support/server.js';
import { shop } from '../support/shop.js';

const QUERY = 'subscription { reviewAdded { body author { name } product { name } } }';

const added = (id: string, product: string | null = 'p1', author = 'u1') => ({
  data: {
    reviewAdded: {
      __typename: 'Review',
      id,
      body: `body of ${id}`,
      author: { __typename: 'User', id: author },
      product: product === null ? null : { __typename: 'Product', id: product },
    },
  },
});

async function begin(graph: Graph, signal?: AbortSignal, query = QUERY) {
  const executor = await start(graph);
  const stream = await events(executor, query, signal ? { signal } : {});
  await Promise.resolve();
  return { stream, source: graph.sources.get('reviews')?.[0] as Source };
}

test('each event is completed by the subgraphs that know the rest of it', async () => {
  const graph = shop();
  const { stream, source } = await begin(graph);
  source.push(added('r1'), added('r2', 'p2', 'u2'));
  const review = (id: string, author: string, name: string) => ({
    value: {
      data: { reviewAdded: { body: `body of ${id}`, author: { name: author }, product: { name } } },
    },
    done: false,
  });
  expect(await stream.next()).toEqual(review('r1', 'Ada', 'Lamp'));
  expect(await stream.next()).toEqual(review('r2', 'Bob', 'Desk'));
  await stream.return?.();
});

test('the primary is told it is a subscription, and its variables', async () => {
  const graph = shop();
  const executor = await start(graph);
  const stream = await events(
    executor,
    'subscription ($of: ID) { reviewAdded(product: $of) { body } }',
    { variables: { of: 'p2' }, context: { me: 1 } },
  );
  const pending = stream.next();
  const [sent] = graph.requests('reviews');
  expect(sent).toMatchObject({ kind: 'subscription', variables: { of: 'p2' }, context: { me: 1 } });
  await stream.return?.();
  await pending;
});

test('results come in the order of the events, however long each of them takes', async () => {
  const graph = shop();
  let turn = 0;
  graph.faults.set('products', async () => {
    turn += 1;
    await new Promise((resolve) => setTimeout(resolve, turn === 1 ? 60 : 1));
    return undefined;
  });
  const { stream, source } = await begin(graph);
  source.push(...['1', '2', '3', '4'].map((id) => added(id)));
  source.end();
  const bodies: unknown[] = [];
  for await (const result of stream) bodies.push((result.data as any).reviewAdded.body);
  expect(bodies).toEqual(['1', '2', '3', '4'].map((id) => `body of ${id}`));
});

test('results come in order where many are asked for at once', async () => {
  const { stream, source } = await begin(shop());
  const asked = [1, 2, 3].map(() => stream.next());
  source.push(added('1'), added('2'));
  source.end();
  const bodies = (await Promise.all(asked)).map(({ value }) => value?.data?.reviewAdded.body);
  expect(bodies).toEqual(['body of 1', 'body of 2', undefined]);
});

test('every event is looked up afresh', async () => {
  const graph = shop();
  const { stream, source } = await begin(graph);
  source.push(added('r1'), added('r1'));
  await stream.next();
  forget(graph, 'products', 'p1');
  const second = onTheWire((await stream.next()).value);
  expect(second.data.reviewAdded.product).toBeNull();
  expect(second.errors?.map(({ path }) => path)).toEqual([['reviewAdded', 'product', 'name']]);
  expect(graph.requests('products')).toHaveLength(2);
  await stream.return?.();
});

test('a slow reader does not make events pile up here', async () => {
  const { stream, source } = await begin(shop());
  source.push(...Array.from({ length: 10_000 }, (_, index) => added(String(index))));
  await stream.next();
  await stream.next();
  await new Promise((resolve) => setTimeout(resolve, 20));
  expect(source.taken).toBeLessThanOrEqual(20);
  await stream.return?.();
});

test('the source is closed at once when the reader goes, though it waits for an event', async () => {
  const { stream, source } = await begin(shop());
  const parked = stream.next();
  await stream.return?.();
  expect(source.closed).toBe(true);
  expect(await parked).toEqual({ done: true, value: undefined });
  expect(await stream.next()).toEqual({ done: true, value: undefined });
});

test('the source is closed when a loop over the results is left', async () => {
  const { stream, source } = await begin(shop());
  source.push(added('r1'), added('r2'));
  for await (const result of stream) {
    expect(result.errors).toBeUndefined();
    break;
  }
  expect(source.closed).toBe(true);
});

test('the source is closed at once when the signal aborts', async () => {
  const controller = new AbortController();
  const { stream, source } = await begin(shop(), controller.signal);
  const parked = stream.next();
  controller.abort();
  expect(source.closed).toBe(true);
  expect((await parked).done).toBe(true);
});

test('what is under way for an event is given up when the reader goes', async () => {
  const graph = shop();
  let signal: AbortSignal | undefined;
  graph.faults.set('products', (_, call) => {
    signal = call?.signal;
    return new Promise(() => undefined);
  });
  const { stream, source } = await begin(graph);
  const parked = stream.next();
  source.push(added('r1'));
  await until('asked', () => signal !== undefined);
  await stream.return?.();
  expect((await parked).done).toBe(true);
  expect(signal?.aborted).toBe(true);
});

test('an abort before there is anything opens nothing that stays open', async () => {
  const controller = new AbortController();
  controller.abort();
  const graph = shop();
  const executor = await start(graph);
  const result = await subscribe(executor, QUERY, { signal: controller.signal });
  if (Symbol.asyncIterator in result) expect((await result.next()).done).toBe(true);
  for (const source of graph.sources.get('reviews') ?? []) expect(source.closed).toBe(true);
});

test('a subgraph down is an error in the event, and the next event comes', async () => {
  const graph = shop();
  graph.faults.set('products', down);
  const { stream, source } = await begin(graph);
  source.push(added('r1'), added('r2', null));
  const first = onTheWire((await stream.next()).value);
  expect(first.data.reviewAdded).toEqual({
    body: 'body of r1',
    author: { name: 'Ada' },
    product: null,
  });
  expect(first.errors?.map(({ path }) => path)).toEqual([['reviewAdded', 'product', 'name']]);
  const second = onTheWire((await stream.next()).value);
  expect(second).toEqual({
    data: { reviewAdded: { body: 'body of r2', author: { name: 'Ada' }, product: null } },
  });
  await stream.return?.();
});

test('an event that is not what was asked for is an error, and the next event comes', async () => {
  const { stream, source } = await begin(shop());
  source.push({ data: { reviewAdded: 'nonsense' } }, { errors: [{ message: 'no' }] }, added('r1'));
  const first = onTheWire((await stream.next()).value);
  expect(first.data).toBeNull();
  expect(first.errors?.map(({ path }) => path)).toEqual([['reviewAdded']]);
  const second = onTheWire((await stream.next()).value);
  expect(second.errors).toHaveLength(1);
  expect((await stream.next()).value.data.reviewAdded.body).toBe('body of r1');
  await stream.return?.();
});

test('a source that ends ends the results; one that is lost fails them', async () => {
  const first = await begin(shop());
  first.source.end();
  expect((await first.stream.next()).done).toBe(true);
  const second = await begin(shop());
  const parked = second.stream.next();
  second.source.push(new Error('lost'));
  await expect(parked).rejects.toThrow();
  expect((await second.stream.next()).done).toBe(true);
});

test('an executor that has stopped still serves the subscriptions that it has', async () => {
  const graph = shop();
  const executor = await start(graph);
  const stream = await events(executor, QUERY);
  await executor.stop();
  graph.sources.get('reviews')?.[0]?.push(added('r1'));
  expect((await stream.next()).value.data.reviewAdded.author).toEqual({ name: 'Ada' });
  await stream.return?.();
});

test('a query cannot be subscribed to, a subscription cannot be executed', async () => {
  const executor = await start(shop());
  const refused = await subscribe(executor, '{ me { name } }');
  expect(refused).not.toHaveProperty('next');
  expect((refused as any).errors).toHaveLength(1);
});
