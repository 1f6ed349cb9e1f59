import type { Subgraph, SubgraphAnswer } from '@propertea/executor';
import { encodeId, type Grant, type Identity, newId, systemIdentity } from '@propertea/kernel';
import { readFileSync } from 'node:fs';
import { leaseEnvelope, PLACE, unitEnvelope } from '../../test/envelopes.js';
import { HandFeed } from '../../test/hand-feed.js';
import { logger } from '../../test/house.js';
import { ORGANIZATIONS, USERS } from '../../test/house.rooms.js';
import type { RequestContext } from '../executor/executor.js';
import { EventHub } from './event-hub.js';
import { createEventSubgraph } from './event-subgraph.js';

const supergraphSdl = readFileSync(
  new URL('../../../schema/supergraph.graphql', import.meta.url),
  'utf8',
);
const EVERYTHING: Grant['reach'] = { kind: 'organization' };
const UNIT_CHANGED = 'subscription { unitChanged { type occurredAt unit { __typename id } } }';
const unitId = encodeId('Unit', PLACE.unitId);

let feed: HandFeed;
let hub: EventHub;
let events: Subgraph<RequestContext>;
beforeEach(() => {
  feed = new HandFeed();
  hub = new EventHub(feed, logger);
  events = createEventSubgraph({ supergraphSdl, hub });
});

const staff = (reach: Grant['reach'] | undefined = EVERYTHING, organization = 'oak'): Identity => ({
  subject: USERS.ada,
  persona: 'STAFF',
  organizationId: ORGANIZATIONS[organization as keyof typeof ORGANIZATIONS],
  grants: [{ role: 'VIEWER', reach }],
  grantsVersion: 1,
  scopes: [],
});

interface Ask {
  as?: Identity;
  query?: string;
  variables?: Record<string, unknown>;
  signal?: AbortSignal;
  maxWaiting?: number;
}

function subscribe({ as = staff(), query = UNIT_CHANGED, variables = {}, ...ask }: Ask = {}) {
  const subgraph =
    ask.maxWaiting === undefined
      ? events
      : createEventSubgraph({ supergraphSdl, hub, maxWaiting: ask.maxWaiting });
  const call = { context: contextOf(as), kind: 'subscription', signal: ask.signal } as const;
  const answers = subgraph.subscribe?.({ query, variables }, call);
  if (!answers) throw new Error('nothing can be subscribed to');
  return answers[Symbol.asyncIterator]();
}

const contextOf = (identity: Identity) => ({ identity }) as RequestContext;

/** What waits, in order, without waiting for more; it reads to the end and is asked once. */
async function told(answers: AsyncIterator<SubgraphAnswer>): Promise<unknown[]> {
  const data: unknown[] = [];
  const nothing = Symbol('nothing');
  for (;;) {
    const next = await Promise.race([answers.next(), tick(nothing)]);
    if (typeof next === 'symbol' || next.done) return data;
    data.push(next.value.data);
  }
}

const tick = <T>(value: T) => new Promise<T>((resolve) => setImmediate(() => resolve(value)));
const codesOf = (answer: IteratorResult<SubgraphAnswer>) =>
  (answer.value.errors as { extensions: { code: string } }[]).map((each) => each.extensions.code);

describe('a subscription to events', () => {
  it('answers each event by its name, its time and the object as rooms take it for a reference', async () => {
    const answers = subscribe();
    expect(feed.wanted).toContain('unit.availability-changed.v1');
    feed.bring(unitEnvelope());
    expect(await told(answers)).toEqual([
      {
        unitChanged: {
          type: 'unit.changed',
          occurredAt: '2026-11-27T10:00:00.000Z',
          unit: { __typename: 'Unit', id: unitId },
        },
      },
    ]);
  });

  it('tells of its own types only, in their order, each once though it comes twice', async () => {
    const answers = subscribe({ query: 'subscription { unitChanged { type } }' });
    const retired = unitEnvelope({}, { type: 'unit.retired.v1' });
    feed.bring(unitEnvelope(), leaseEnvelope(), retired, retired, unitEnvelope());
    expect(await told(answers)).toEqual(
      ['unit.changed', 'unit.retired', 'unit.changed'].map((type) => ({ unitChanged: { type } })),
    );
  });

  it('keeps aliases, fragments and what is left out, and gives every answer to one reader alone', async () => {
    const query = `subscription S($no: Boolean!, $yes: Boolean = true) {
        now: unitChanged { ...F one: unit { id @skip(if: $no) } unit { __typename } unit { key: id } }
      }
      fragment F on UnitChange {
        kind: __typename ... { occurredAt @include(if: $no) what: type @include(if: $yes) }
      }`;
    const ask = { query, variables: { no: false } };
    const readers = [subscribe(ask), subscribe(ask)];
    feed.bring(unitEnvelope());
    const [first, second] = await Promise.all(readers.map(told));
    expect(first).toEqual([
      {
        now: {
          kind: 'UnitChange',
          what: 'unit.changed',
          one: { id: unitId },
          unit: { __typename: 'Unit', key: unitId },
        },
      },
    ]);
    expect(second).toEqual(first);
    expect(second?.[0]).not.toBe(first?.[0]);
  });

  it('tells nothing of what is no event, or comes from a room that may not publish it', async () => {
    const answers = subscribe();
    feed.bring(
      undefined,
      { type: 'unit.changed.v1' },
      unitEnvelope({}, { source: '/rooms/leasing' }),
      unitEnvelope({ unitId: 'none' }),
      unitEnvelope({}, { organizationid: null }),
      unitEnvelope({}, { type: 'unit.painted.v1' }),
    );
    const last = unitEnvelope({}, { time: '2026-11-27T11:00:00.000Z' });
    feed.bring(last);
    expect(await told(answers)).toMatchObject([{ unitChanged: { occurredAt: last.time } }]);
  });
});

describe('what arguments filter', () => {
  const query = `subscription($property: ID, $unit: ID) {
    unitChanged(propertyId: $property, unitId: $unit) { type }
  }`;
  const other = newId();
  const property = (id: string) => encodeId('Property', id);

  it.each([
    ['nothing', {}, 3],
    ['nothing by null', { property: null, unit: null }, 3],
    ['by the property', { property: property(PLACE.propertyId) }, 2],
    ['by both', { property: property(PLACE.propertyId), unit: encodeId('Unit', other) }, 1],
    ['everything, of a property elsewhere', { property: property(newId()) }, 0],
    ['everything, by an id of another type', { property: encodeId('Unit', PLACE.propertyId) }, 0],
    ['everything, by the bare UUID', { property: PLACE.propertyId }, 0],
    ['everything, by what is no id', { property: 'prop_' }, 0],
  ])('is %s', async (_, variables, count) => {
    const answers = subscribe({ query, variables });
    feed.bring(
      unitEnvelope(),
      unitEnvelope({ unitId: other }),
      unitEnvelope({ propertyId: other, unitId: other }),
    );
    expect(await told(answers)).toHaveLength(count);
  });

  it('may stand in the document itself, or be of several', async () => {
    const ids = [property(PLACE.propertyId), property(other)];
    const inline = `subscription { unitChanged(propertyId: "${ids[0]}") { type } }`;
    const answers = [
      subscribe({ query: inline }),
      subscribe({ query, variables: { property: ids } }),
    ];
    feed.bring(
      unitEnvelope(),
      unitEnvelope({ propertyId: other }),
      unitEnvelope({ propertyId: newId() }),
    );
    expect((await Promise.all(answers.map(told))).map(({ length }) => length)).toEqual([1, 2]);
  });

  it('is of a hundred values at most', async () => {
    const variables = { property: Array.from({ length: 101 }, () => property(newId())) };
    const answers = subscribe({ query, variables });
    expect(codesOf(await answers.next())).toEqual(['BAD_USER_INPUT']);
    expect((await answers.next()).done).toBe(true);
  });
});

describe('R46: who is told', () => {
  const { companyId, propertyId } = PLACE;
  const elsewhere = newId();

  it.each<[string, Identity, number]>([
    ['who reaches everything of the organization', staff(), 1],
    ['who reaches its company', staff({ kind: 'company', companyId }), 1],
    ['who reaches its property', staff({ kind: 'property', propertyId, companyId }), 1],
    ['nobody of another company', staff({ kind: 'company', companyId: elsewhere }), 0],
    [
      'nobody of another property of its company',
      staff({ kind: 'property', propertyId: elsewhere, companyId }),
      0,
    ],
    ['nobody without a grant', { ...staff(), grants: [] }, 0],
    ['nobody of another organization', staff(EVERYTHING, 'elm'), 0],
    [
      'nobody of another organization, by a grant for the same property',
      staff({ kind: 'property', propertyId, companyId }, 'elm'),
      0,
    ],
  ])('is %s', async (_, identity, count) => {
    const units = subscribe({ as: identity });
    const leases = subscribe({
      as: identity,
      query: 'subscription { leaseChanged { lease { id } } }',
    });
    const named = subscribe({
      as: identity,
      query: `subscription { unitChanged(unitId: "${unitId}") { type } }`,
    });
    feed.bring(unitEnvelope(), leaseEnvelope());
    const all = await Promise.all([units, leases, named].map(told));
    expect(all.map(({ length }) => length)).toEqual([count, count, count]);
  });

  it('is nobody but who reaches everything, where an event names no company', async () => {
    const readers = [staff(), staff({ kind: 'company', companyId })].map((as) => subscribe({ as }));
    feed.bring(unitEnvelope({ companyId: undefined }));
    expect((await Promise.all(readers.map(told))).map(({ length }) => length)).toEqual([1, 0]);
  });

  it.each<[string, Identity, string]>([
    [
      'nobody',
      { ...staff(), subject: null, persona: 'ANONYMOUS', organizationId: null },
      'UNAUTHENTICATED',
    ],
    [
      'a person who stands in no organization',
      { ...staff(), persona: 'PERSON', organizationId: null },
      'BAD_USER_INPUT',
    ],
    ['an operator', { ...staff(), persona: 'OPERATOR', organizationId: null }, 'BAD_USER_INPUT'],
    ['the platform', systemIdentity(ORGANIZATIONS.oak), 'BAD_USER_INPUT'],
  ])('%s is told why not, once, and nothing else', async (_, as, code) => {
    const answers = subscribe({ as });
    feed.bring(unitEnvelope());
    const first = await answers.next();
    expect([codesOf(first), first.value.data]).toEqual([[code], null]);
    expect((await answers.next()).done).toBe(true);
  });
});

describe('a subscription ends', () => {
  const waitsForever = (answers: AsyncIterator<SubgraphAnswer>) =>
    Promise.race([answers.next(), tick('waits')]);

  it('at once when it is aborted, with what waits for it, and is told nothing more', async () => {
    const controller = new AbortController();
    const answers = subscribe({ signal: controller.signal });
    const waiting = answers.next();
    controller.abort();
    expect((await waiting).done).toBe(true);
    feed.bring(unitEnvelope());
    expect((await answers.next()).done).toBe(true);

    const filled = new AbortController();
    const full = subscribe({ signal: filled.signal });
    feed.bring(unitEnvelope(), unitEnvelope());
    filled.abort();
    expect((await full.next()).done).toBe(true);
    expect((await subscribe({ signal: AbortSignal.abort() }).next()).done).toBe(true);
  });

  it('when its reader leaves', async () => {
    const answers = subscribe();
    const waiting = answers.next();
    expect((await answers.return?.())?.done).toBe(true);
    expect((await waiting).done).toBe(true);
    feed.bring(unitEnvelope());
    expect((await answers.next()).done).toBe(true);
  });

  it('with UPSTREAM_UNAVAILABLE when events were lost, before what waits, and only once', async () => {
    const [waiting, behind] = [subscribe(), subscribe()];
    const next = waiting.next();
    feed.bring(unitEnvelope({}, { organizationid: ORGANIZATIONS.elm }));
    expect(await Promise.race([next, tick('waits')])).toBe('waits');
    feed.lose();
    await expect(next).rejects.toMatchObject({ code: 'UPSTREAM_UNAVAILABLE' });
    await expect(behind.next()).rejects.toMatchObject({ code: 'UPSTREAM_UNAVAILABLE' });
    for (const each of [waiting, behind]) expect((await each.next()).done).toBe(true);
    // Whoever comes afterwards is told again.
    const later = subscribe();
    feed.bring(unitEnvelope());
    expect(await told(later)).toHaveLength(1);
  });

  it('with UPSTREAM_UNAVAILABLE from the first while the feed is interrupted', async () => {
    feed.isOpen = false;
    await expect(subscribe().next()).rejects.toMatchObject({ code: 'UPSTREAM_UNAVAILABLE' });
  });

  it('with RATE_LIMITED when more wait than it may hold; a reader who keeps up gets all', async () => {
    const [slow, quick] = [subscribe({ maxWaiting: 3 }), subscribe({ maxWaiting: 3 })];
    for (let round = 0; round < 3; round++) {
      feed.bring(unitEnvelope());
      expect((await quick.next()).done).toBe(false);
    }
    expect(await waitsForever(quick)).toBe('waits');
    feed.bring(unitEnvelope());
    await expect(slow.next()).rejects.toMatchObject({ code: 'RATE_LIMITED' });
    expect((await slow.next()).done).toBe(true);
  });

  it('without a trace: nobody listens afterwards', async () => {
    const controllers = Array.from({ length: 50 }, () => new AbortController());
    for (const { signal } of controllers) subscribe({ signal });
    expect(hub.listeners).toBe(50);
    for (const controller of controllers) controller.abort();
    expect(hub.listeners).toBe(0);
  });
});

it('answers nothing but subscriptions, of fields that it has', async () => {
  const request = { query: '{ unitChanged { type } }', variables: {} };
  const call = { context: contextOf(staff()), kind: 'query' } as const;
  await expect(events.execute(request, call)).rejects.toThrow('subscribed to');
  for (const query of [
    'subscription { unitPainted { type } }',
    'subscription { unitChanged { colour } }',
    'subscription { unitChanged { unit { name } } }',
    'subscription { unitChanged { type } leaseChanged { type } }',
  ]) {
    await expect(subscribe({ query }).next()).rejects.toThrow(/no events|no field|one field/i);
  }
});

it('refuses a supergraph with events that this gateway does not know', () => {
  const later = supergraphSdl.replace('"unit.changed.v1"', '"unit.changed.v2"');
  expect(() => createEventSubgraph({ supergraphSdl: later, hub })).toThrow(
    'Subscription.unitChanged names unit.changed.v2, which is no event of schema/events.',
  );
});

it('ten thousand subscriptions are told of an event in less than a second', async () => {
  const readers = Array.from({ length: 10_000 }, () => subscribe().next());
  const begun = performance.now();
  feed.bring(unitEnvelope());
  const all = await Promise.all(readers);
  expect(performance.now() - begun).toBeLessThan(1_000);
  expect(all.every(({ value }) => value.data.unitChanged.unit.id === unitId)).toBe(true);
});
