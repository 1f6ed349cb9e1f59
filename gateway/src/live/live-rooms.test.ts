import { createExecutor, type Executor } from '@propertea/executor';
import identity from '@propertea/identity';
import { encodeId, type Identity } from '@propertea/kernel';
import leasing from '@propertea/leasing';
import operations from '@propertea/operations';
import organizations from '@propertea/organizations';
import properties from '@propertea/properties';
import { EVENTS_SUBGRAPH } from '@propertea/schema/live';
import {
  describeWith,
  eventually,
  type MadeUnit,
  rabbitmq,
  type Seed,
  seedOf,
  startTestHouse,
  type TestHouse,
} from '@propertea/testkit';
import { type ExecutionResult, parse } from 'graphql';
import { readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { gatewayRole } from '../../test/gateway-role.js';
import { logger } from '../../test/house.js';
import type { RequestContext } from '../executor/executor.js';
import type { EventFeed } from './event-feed.js';
import { EventHub } from './event-hub.js';
import { createEventSubgraph } from './event-subgraph.js';
import { postgresFeed } from './postgres-feed.js';
import { rabbitFeed } from './rabbit-feed.js';

const supergraphSdl = readFileSync(
  new URL('../../../schema/supergraph.graphql', import.meta.url),
  'utf8',
);
const UNITS = `subscription($property: ID) {
  unitChanged(propertyId: $property) { type unit { code isRetired availability rentableUnit { id } } }
}`;
const LEASES = `subscription {
  leaseChanged { type occurredAt lease { number state rent { amountMinor } unit { id code } } }
}`;

/** The rooms of the house, their facts carried by `amqpUrl` or the database, and subscriptions over both. */
function liveHouse(amqpUrl: () => string | undefined): void {
  let house: TestHouse;
  let seed: Seed;
  let feed: EventFeed;
  let executor: Executor<RequestContext>;

  beforeAll(async () => {
    const broker = amqpUrl();
    house = await startTestHouse([identity, organizations, properties, leasing, operations], {
      settings: {
        identity: { mode: 'development', issuer: 'https://issuer.test', embeddedIssuer: false },
        organizations: { publicUrl: 'https://portal.test' },
        properties: { uploadDirectory: tmpdir() },
      },
      ...(broker !== undefined && { amqpUrl: broker }),
    });
    seed = seedOf(house);
    feed =
      broker === undefined
        ? postgresFeed({ url: await gatewayRole(house.database), logger })
        : rabbitFeed({ url: broker, logger });
    const hub = new EventHub(feed, logger);
    executor = await createExecutor<RequestContext>({
      supergraphSdl,
      caller: () => ({ authenticated: true, scopes: [], policies: [] }),
      subgraph: (name) =>
        name === EVENTS_SUBGRAPH
          ? createEventSubgraph({ supergraphSdl, hub })
          : {
              execute: ({ query, variables }, { context }) =>
                house.at(name, context.identity)(query, { ...variables }),
            },
    });
    await eventually(() => feed.isOpen, Boolean);
  });
  afterAll(async () => {
    await executor?.stop();
    await feed?.close();
    await house?.stop();
  });

  async function subscribe(as: Identity, query: string, variables = {}) {
    const context = { identity: as } as RequestContext;
    const results = await executor.subscribe({ document: parse(query), variables }, context);
    if (!('next' in results)) throw new Error(JSON.stringify(results));
    return results;
  }

  /** The next results, as many as are asked for; fails where they do not come. */
  async function next(results: AsyncIterator<ExecutionResult>, count: number) {
    const told: ExecutionResult[] = [];
    const all = (async () => {
      while (told.length < count) told.push((await results.next()).value);
    })();
    await eventually(
      () => told.length,
      (length) => length === count,
    );
    await all;
    return told;
  }

  it('an event brings the fields of two rooms, to those who reach it and to nobody else', async () => {
    const unit = await seed.organization().unit();
    await house.settled();
    const { administrator } = unit.organization;
    const stranger = (await seed.organization()).administrator;
    const property = { property: unit.property.id };
    const [mine, foreign] = [
      await subscribe(administrator, UNITS, property),
      await subscribe(stranger, UNITS, property),
    ];
    const unheard = foreign.next();
    await change(administrator, unit);
    const [{ data, errors } = {}] = await next(mine, 1);
    expect(errors).toBeUndefined();
    expect(data).toEqual({
      unitChanged: {
        type: 'unit.changed',
        unit: {
          code: 'NEW1',
          isRetired: false,
          availability: 'VACANT',
          rentableUnit: { id: encodeId('RentableUnit', unit.uuid) },
        },
      },
    });
    await house.settled();
    await foreign.return?.();
    expect(await unheard).toEqual({ done: true, value: undefined });
    await mine.return?.();
  });

  it('a lease that is signed is told of with its rent, and with what its unit is called', async () => {
    const lease = await seed.organization().unit().lease();
    await house.settled();
    const { administrator } = lease.organization;
    const leases = await subscribe(administrator, LEASES);
    const input = { leaseId: lease.id, version: lease.version };
    await house.as(administrator)(
      'mutation($input: SignLeaseInput!) { signLease(input: $input) { errors { message } } }',
      { input },
    );
    const [{ data, errors } = {}] = await next(leases, 1);
    expect(errors).toBeUndefined();
    expect(data).toEqual({
      leaseChanged: {
        type: 'lease.signed',
        occurredAt: expect.stringMatching(/Z$/),
        lease: {
          number: lease.number,
          state: 'FUTURE',
          rent: expect.anything(),
          unit: { id: lease.unit.id, code: expect.any(String) },
        },
      },
    });
    await leases.return?.();
  });

  async function change(as: Identity, { id, version }: MadeUnit): Promise<void> {
    const { data } = await house.as(as)(
      'mutation($input: ChangeUnitInput!) { changeUnit(input: $input) { errors { message } } }',
      { input: { unitId: id, version, code: 'NEW1' } },
    );
    expect(data).toEqual({ changeUnit: { errors: [] } });
  }
}

describe('subscriptions to events that travel through the database', () => {
  liveHouse(() => undefined);
});

describeWith(rabbitmq, 'subscriptions to events that travel over RabbitMQ', liveHouse);
