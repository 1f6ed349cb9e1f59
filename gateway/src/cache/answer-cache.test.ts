import type { EntryStore } from '@propertea/executor';
import type { Identity } from '@propertea/kernel';
import { describeWithRedis, eventually, type MadeUnit } from '@propertea/testkit';
import {
  type CachedGateway,
  type CachedHouse,
  startCachedHouse,
  type Told,
} from '../../test/cached-house.js';
import { logger } from '../../test/house.js';
import { redisStore } from './redis-store.js';

const UNIT = 'query($id: ID!) { unit(id: $id) { id code version address { city } } }';
const PAGE = `query($id: ID!) { property(id: $id) {
  id name unitCount company { id code name } units(first: 5) { totalCount nodes { code category } }
} }`;
const CHANGE_UNIT = `mutation($input: ChangeUnitInput!) {
  changeUnit(input: $input) { unit { code version } errors { message } }
}`;
const CHANGE_PROPERTY = `mutation($input: ChangePropertyInput!) {
  changeProperty(input: $input) { property { version } errors { message } }
}`;
const LAYOUTS = '{ importLayouts { layout } }';

/** What two gateways keep between them, or each for itself. */
function kept(storeOf: () => EntryStore | undefined): () => Both {
  const both: Partial<Both> = {};
  beforeAll(async () => {
    const cached = await startCachedHouse();
    const [store, otherStore] = [storeOf(), storeOf()];
    Object.assign(both, {
      cached,
      one: await cached.gateway(store),
      other: await cached.gateway(otherStore),
      closeStores: () => Promise.all([store?.close(), otherStore?.close()]),
    });
  });
  afterAll(async () => {
    await both.cached?.stop();
    await both.closeStores?.();
  });
  const parts = () => both as Both;

  async function madeUnit(): Promise<{ unit: MadeUnit; admin: Identity }> {
    const unit = await parts().cached.seed.organization().unit();
    await parts().cached.house.settled();
    return { unit, admin: unit.organization.administrator };
  }

  /** Asks until no room is asked any more: an answer is written without being waited for. */
  async function untilKept(gateway: CachedGateway, ...ask: Parameters<CachedGateway['ask']>) {
    return eventually(
      () => gateway.ask(...ask),
      ({ asked }) => asked.length === 0,
    );
  }

  it('an answer is kept, with what it may be kept for, until an event says that it changed', async () => {
    const { one, other, cached } = parts();
    const { unit, admin } = await madeUnit();
    const { id } = unit;
    const first = await one.ask(admin, UNIT, { id });
    expect(first).toMatchObject({ errors: undefined, asked: ['properties'] });
    expect(first.header).toBe('private, max-age=60');
    const again = await untilKept(one, admin, UNIT, { id });
    expect(again.data).toEqual(first.data);
    expect(again.header).toMatch(/^private, max-age=(59|60)$/);
    await untilKept(other, admin, UNIT, { id });

    // Not through a gateway: only the event tells of it.
    await cached.house.as(admin)(CHANGE_UNIT, {
      input: { unitId: id, version: unit.version, code: 'NEW1' },
    });
    for (const gateway of [one, other]) {
      await eventually(
        () => gateway.ask(admin, UNIT, { id }),
        ({ data }) => data.unit.code === 'NEW1',
      );
      await untilKept(gateway, admin, UNIT, { id });
    }
  });

  it('what lies below a property goes with it, other organizations keep theirs', async () => {
    const { one, other, cached } = parts();
    const { unit, admin } = await madeUnit();
    const stranger = await madeUnit();
    const { property } = unit;
    await untilKept(one, admin, PAGE, { id: property.id });
    await untilKept(one, admin, UNIT, { id: unit.id });
    await untilKept(other, stranger.admin, UNIT, { id: stranger.unit.id });
    const { data } = await one.ask(admin, 'query($id: ID!) { property(id: $id) { version } }', {
      id: property.id,
    });
    const address = { line1: '1 New St', city: 'Newtown', postalCode: '60601', country: 'US' };
    await cached.house.as(admin)(CHANGE_PROPERTY, {
      input: { propertyId: property.id, version: data.property.version, name: 'Renamed', address },
    });
    await eventually(
      () => one.ask(admin, PAGE, { id: property.id }),
      (told) => told.data.property.name === 'Renamed',
    );
    expect((await one.ask(admin, UNIT, { id: unit.id })).data.unit.address.city).toBe('Newtown');
    expect((await other.ask(stranger.admin, UNIT, { id: stranger.unit.id })).asked).toEqual([]);
  });

  it('what somebody wrote they read, at the gateway that took it and at another one', async () => {
    const { one, other } = parts();
    const { unit, admin } = await madeUnit();
    const { id } = unit;
    let { version } = unit;
    for (const [index, gateway] of [one, other, one, other].entries()) {
      await untilKept(one, admin, UNIT, { id });
      await untilKept(other, admin, UNIT, { id });
      const code = `W${index}`;
      const written = await gateway.write(admin, CHANGE_UNIT, {
        input: { unitId: id, version, code },
      });
      expect(written).toMatchObject({ data: { changeUnit: { errors: [] } }, header: 'no-store' });
      ({ version } = written.data.changeUnit.unit);
      expect((await gateway.ask(admin, UNIT, { id })).data.unit).toMatchObject({ code, version });
      if (storeOf()) {
        const there = gateway === one ? other : one;
        expect((await there.ask(admin, UNIT, { id })).data.unit.code).toBe(code);
      }
    }
  });

  it('nobody reads what another identity was told; what is the same for all is read by all', async () => {
    const { one, other } = parts();
    const { unit, admin } = await madeUnit();
    const stranger = await madeUnit();
    const { id } = unit;
    await untilKept(one, admin, UNIT, { id });
    expect((await one.ask(stranger.admin, UNIT, { id })).data.unit).toBeNull();
    const narrowed: Identity = {
      ...admin,
      grantsVersion: admin.grantsVersion + 1,
      grants: [{ role: 'VIEWER', reach: { kind: 'company', companyId: stranger.unit.uuid } }],
    };
    expect((await one.ask(narrowed, UNIT, { id })).data.unit).toBeNull();
    expect((await one.ask({ ...admin, readOnly: true }, UNIT, { id })).asked).toEqual([
      'properties',
    ]);

    await untilKept(one, admin, LAYOUTS);
    const shared = await one.ask(stranger.admin, LAYOUTS);
    expect([shared.asked, shared.header]).toEqual([[], expect.stringMatching(/^public, max-age=/)]);
    const program: Identity = { ...admin, persona: 'INTEGRATOR', scopes: ['leasing:read'] };
    expect((await one.ask(program, LAYOUTS)).errors).toHaveLength(1);
    expect((await other.ask(admin, '{ __typename }')).header).toBe('no-store');
  });

  it('a gateway that may miss events keeps nothing private', async () => {
    const { cached } = parts();
    const { unit, admin } = await madeUnit();
    const store = storeOf();
    const deaf = await cached.gateway(store);
    await untilKept(deaf, admin, UNIT, { id: unit.id });
    await deaf.deafen();
    for (let times = 0; times < 2; times += 1) {
      expect((await deaf.ask(admin, UNIT, { id: unit.id })).asked).toEqual(['properties']);
    }
    await deaf.stop();
    await store?.close();
  });

  return parts;
}

interface Both {
  cached: CachedHouse;
  one: CachedGateway;
  other: CachedGateway;
  closeStores(): Promise<unknown>;
}

describe('answers that each gateway keeps in its memory', () => {
  kept(() => undefined);
});

describeWithRedis('answers that gateways keep in Redis', (redis) => {
  const parts = kept(() => redisStore({ url: redis().url, logger, patienceMs: 1_000 }));

  it('no request fails, waits or reads old data while Redis is killed, silent and started anew', async () => {
    const { one, other, cached } = parts();
    const unit = await cached.seed.organization().unit();
    await cached.house.settled();
    const { administrator: admin } = unit.organization;
    const { id } = unit;
    let { version, code } = { version: unit.version, code: '' };
    const over = new AbortController();
    const told: Told[] = [];
    const wrong: unknown[] = [];
    const read = async (gateway: CachedGateway): Promise<void> => {
      while (!over.signal.aborted) {
        const least = version;
        const answer = await gateway.ask(admin, UNIT, { id });
        told.push(answer);
        if (answer.errors || answer.data.unit.version < least) wrong.push([least, answer]);
      }
    };
    const readers = [one, other, one, other].map(read);
    const hits = () => told.filter(({ asked }) => asked.length === 0).length;
    const writeSome = async () => {
      for (let times = 0; times < 5; times += 1) {
        code = `F${version}`;
        const { data } = await one.write(admin, CHANGE_UNIT, {
          input: { unitId: id, version, code },
        });
        version = data.changeUnit.unit.version;
      }
    };
    const untilHits = async () => {
      const before = hits();
      await eventually(hits, (now) => now > before + 20);
    };
    await untilHits();
    await writeSome();
    await redis().kill();
    await writeSome();
    await redis().start();
    await untilHits();
    await writeSome();
    redis().pause();
    await writeSome();
    redis().goOn();
    await untilHits();
    await redis().kill();
    redis().forget();
    await writeSome();
    await redis().start();
    await untilHits();
    over.abort();
    await Promise.all(readers);
    expect(wrong).toEqual([]);
    expect((await one.ask(admin, UNIT, { id })).data.unit).toMatchObject({ code, version });
  });
});
