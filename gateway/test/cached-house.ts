import { inProcess } from '@propertea/chassis/runtime';
import { createExecutor, type EntryStore, type Executor } from '@propertea/executor';
import identity from '@propertea/identity';
import { type Identity, newId } from '@propertea/kernel';
import leasing from '@propertea/leasing';
import operations from '@propertea/operations';
import organizations from '@propertea/organizations';
import properties from '@propertea/properties';
import { EVENTS_SUBGRAPH } from '@propertea/schema/live';
import { eventually, type Seed, seedOf, startTestHouse, type TestHouse } from '@propertea/testkit';
import { parse } from 'graphql';
import type { DocumentNode } from 'graphql';
import { readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { AnswerCache } from '../src/cache/answer-cache.js';
import { AnswerFreshness } from '../src/cache/answer-freshness.js';
import type { RequestContext } from '../src/executor/executor.js';
import { RoomSubgraph } from '../src/executor/room-subgraph.js';
import { postgresKeyValue } from '../src/key-value/postgres.js';
import { EventHub } from '../src/live/event-hub.js';
import { createEventSubgraph } from '../src/live/event-subgraph.js';
import { postgresFeed } from '../src/live/postgres-feed.js';
import { Traffic } from '../src/traffic/traffic.js';
import { gatewayRole } from './gateway-role.js';
import { logger } from './house.js';

const supergraphSdl = readFileSync(
  new URL('../../schema/supergraph.graphql', import.meta.url),
  'utf8',
);
const documents = new Map<string, DocumentNode>();

export interface Told {
  data: any;
  errors: readonly { message: string }[] | undefined;
  /** What clients are told of keeping it. */
  header: string;
  /** Which rooms were asked for it. */
  asked: string[];
}

/** One gateway's way from an operation to the rooms, with what it keeps. */
export interface CachedGateway {
  cache: AnswerCache;
  ask(as: Identity, query: string, variables?: Record<string, unknown>): Promise<Told>;
  /** As a door does: what was written is told before it is answered. */
  write(as: Identity, query: string, variables: Record<string, unknown>): Promise<Told>;
  /** Its feed of events ends. */
  deafen(): Promise<void>;
  stop(): Promise<void>;
}

export interface CachedHouse {
  house: TestHouse;
  seed: Seed;
  gateway(store?: EntryStore): Promise<CachedGateway>;
  stop(): Promise<void>;
}

/** All rooms on a database of their own, and as many gateways before them as are wanted. */
export async function startCachedHouse(): Promise<CachedHouse> {
  const house = await startTestHouse([identity, organizations, properties, leasing, operations], {
    settings: {
      identity: { mode: 'development', issuer: 'https://issuer.test', embeddedIssuer: false },
      organizations: { publicUrl: 'https://portal.test' },
      properties: { uploadDirectory: tmpdir() },
    },
  });
  const url = await gatewayRole(house.database);
  const gateways: CachedGateway[] = [];
  return {
    house,
    seed: seedOf(house),
    async gateway(store) {
      const started = await startGateway(house, url, store);
      gateways.push(started);
      return started;
    },
    async stop() {
      for (const gateway of gateways) await gateway.stop();
      await house.stop();
    },
  };
}

async function startGateway(
  house: TestHouse,
  url: string,
  store: EntryStore | undefined,
): Promise<CachedGateway> {
  const keyValue = postgresKeyValue({ url, logger });
  const feed = postgresFeed({ url, logger });
  const hub = new EventHub(feed, logger);
  const parts = { enabled: true, bytes: 1_000_000, store, hub, keyValue, logger };
  const cache = new AnswerCache(parts);
  await cache.start();
  const traffic = new Traffic({ path: undefined, rooms: [], logger });
  const asked = new WeakMap<Identity, string[]>();
  const executor: Executor<RequestContext> = await createExecutor<RequestContext>({
    supergraphSdl,
    cache: cache.fetches,
    caller: () => ({ authenticated: true, scopes: [], policies: [] }),
    subgraph(name) {
      if (name === EVENTS_SUBGRAPH) return createEventSubgraph({ supergraphSdl, hub });
      const subgraph = new RoomSubgraph(
        inProcess(house.room(name)),
        (who, room) => house.signer.sign(who, room),
        traffic.laneTo(name),
      );
      return {
        execute(request, call) {
          asked.get(call.context.identity)?.push(name);
          return subgraph.execute(request, call);
        },
      };
    },
  });
  await eventually(() => feed.isOpen, Boolean);

  async function run(as: Identity, query: string, variables: Record<string, unknown> = {}) {
    // Each request has an identity of its own, equal to others.
    const who = { ...as };
    const rooms: string[] = [];
    asked.set(who, rooms);
    const freshness = new AnswerFreshness();
    const mutated = new Set<string>();
    const context: RequestContext = {
      identity: who,
      requestId: newId(),
      traceparent: undefined,
      signal: new AbortController().signal,
      logger,
      mutated,
      freshness,
    };
    let document = documents.get(query);
    if (!document) documents.set(query, (document = parse(query)));
    const { data, errors } = await executor.execute({ document, variables }, context);
    const told: Told = { data, errors, header: freshness.header, asked: rooms };
    return { told, mutated };
  }

  let isDeaf = false;
  let isStopped = false;
  const deafen = async () => {
    if (!isDeaf) await feed.close();
    isDeaf = true;
  };
  return {
    cache,
    ask: async (as, query, variables) => (await run(as, query, variables)).told,
    async write(as, query, variables) {
      const { told, mutated } = await run(as, query, variables);
      await cache.changed(mutated, as);
      return told;
    },
    deafen,
    async stop() {
      if (isStopped) return;
      isStopped = true;
      await executor.stop();
      await cache.stop();
      await deafen();
      await keyValue.close();
    },
  };
}
