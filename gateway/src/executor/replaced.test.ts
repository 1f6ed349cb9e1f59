import { Metrics } from '@propertea/observability';
import type { Subgraph } from '@propertea/executor';
import { ANONYMOUS } from '@propertea/kernel';
import { living } from '../../test/collected.js';
import { logger } from '../../test/house.js';
import { compose } from '../../test/supergraph.js';
import { limitsSchema } from '../config.js';
import { SocketOperations } from '../doors/socket-operations.js';
import { documentLimits } from '../guards/document-limits.js';
import { trustGuard } from '../guards/trusted.js';
import { doorMetrics } from '../metrics/door-metrics.js';
import { PublicGraph } from '../public-graph/public-graph.js';
import { apolloServer } from './apollo-server.js';
import type { Executor, RequestContext } from './executor.js';
import { supergraphExecutor } from './supergraph-executor.js';

const SWAPS = 8;
/** The present one, and those on which operations may still come. */
const KEPT = 4;
const QUERY = '{ who }';

/** The way to the only room, of one version. */
function roomOf(): Subgraph<RequestContext> {
  return {
    execute: () => Promise.resolve({ data: { who: 'somebody' } }),
    async *subscribe(_request, { signal }) {
      yield { data: { news: 'some' } };
      await new Promise((resolve) => signal?.addEventListener('abort', resolve));
    },
  };
}

function supergraphOf(version: number): string {
  const sdl = `
    extend schema @link(url: "https://specs.apollo.dev/federation/v2.9")
    type Query { who: String only${version}: String }
    type Subscription { news: String }
  `;
  return compose([{ name: 'room', sdl }]);
}

function contextOf(signal: AbortSignal): RequestContext {
  const requestId = 'a request';
  return {
    identity: ANONYMOUS,
    requestId,
    traceparent: undefined,
    signal,
    logger,
    mutated: new Set(),
  };
}

/** Supergraphs by what belongs to each of them alone; none of it is held. */
class Versions {
  readonly #rooms: WeakRef<object>[] = [];
  readonly #schemas: WeakRef<object>[] = [];

  executor(): Executor {
    const executor = supergraphExecutor(() => {
      const room = roomOf();
      this.#rooms.push(new WeakRef(room));
      return room;
    });
    executor.onSchema((schema) => void this.#schemas.push(new WeakRef(schema)));
    return executor;
  }

  async expectCollected(): Promise<void> {
    expect(this.#rooms).toHaveLength(1 + SWAPS);
    expect(await living(this.#rooms, KEPT)).toBe(KEPT);
    // Apollo Server holds the schema that it began with, for good.
    expect(await living(this.#schemas.slice(1), KEPT)).toBe(KEPT);
  }
}

const serverOf = (executor: Executor) =>
  apolloServer({ executor, logger, maxTokens: 5_000, hideSchema: false });

async function ask(server: ReturnType<typeof serverOf>): Promise<void> {
  const contextValue = contextOf(new AbortController().signal);
  const { body } = await server.executeOperation({ query: QUERY }, { contextValue });
  expect(JSON.stringify(body)).toContain('somebody');
}

it('a supergraph that was replaced is collected, with what was asked of it and what was subscribed to', async () => {
  const versions = new Versions();
  const executor = versions.executor();
  await executor.load(supergraphOf(0));
  const server = serverOf(executor);
  await server.start();
  const limits = limitsSchema.parse({});
  const operations = new SocketOperations({
    subscribe: (request, context) => executor.subscribe(request, context),
    admit: documentLimits(limits),
    values: limits,
    trust: trustGuard({ of: () => undefined, textOf: () => undefined }, true),
    used: () => undefined,
    counts: doorMetrics(new Metrics(), { of: () => undefined })('socket'),
    logger,
    openIntrospection: true,
    hideSchema: false,
  });
  let open = new AbortController();
  executor.onSchema(() => open.abort());
  for (let version = 1; version <= SWAPS; version += 1) {
    const schema = await executor.swap(supergraphOf(version));
    await ask(server);
    open = new AbortController();
    const wish = { query: 'subscription { news }' };
    const caller = { credential: 'none', identity: ANONYMOUS, isOperator: false } as const;
    const client = { caller, headers: {}, traceparent: undefined };
    const results = await operations.admit(wish, client, schema).open(open.signal);
    if (!(Symbol.asyncIterator in results)) throw new Error('there is no subscription');
    expect(await results[Symbol.asyncIterator]().next()).toMatchObject({ done: false });
  }
  await versions.expectCollected();
  await server.stop();
  await executor.stop();
});

it('so is a public one', async () => {
  const versions = new Versions();
  const graph = new PublicGraph({ executor: () => versions.executor(), server: serverOf });
  const publicSdl = 'type Query { who: String }';
  for (let version = 0; version <= SWAPS; version += 1) {
    await graph.take({ supergraphSdl: supergraphOf(version), publicSdl });
    const service = await graph.service();
    if (!service) throw new Error('there is no public graph');
    await ask(service.server);
  }
  await versions.expectCollected();
  await graph.stop();
});
