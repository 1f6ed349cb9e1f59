import { eventually, freePort, Line } from '@propertea/testkit';
import type { EventFeed } from '../src/live/event-feed.js';
import { unitEnvelope } from './envelopes.js';

type Published = ReturnType<typeof unitEnvelope>;

/** A transport as a suite of the contract reaches it. */
export interface FeedStage {
  /** Where its server listens. */
  readonly port: number;
  /** A feed that reaches it at this port, as the gateway's own user. */
  feed(port: number): EventFeed;
  /** Publishes as rooms do, in this order. */
  publish(envelopes: readonly Published[]): Promise<void>;
  /** Connections, queues and the like that feeds have open. */
  left(): Promise<number>;
}

/** What a feed has told, and how often it lost something. */
export class Heard {
  readonly ids: unknown[] = [];
  lost = 0;

  /** Starts the feed and waits until it is open. */
  async start(feed: EventFeed, types: readonly string[] = ['unit.changed.v1']): Promise<void> {
    feed.want(types);
    feed.start({
      event: (envelope) => this.ids.push((envelope as Published).id),
      lost: () => this.lost++,
    });
    await eventually(() => feed.isOpen, Boolean);
  }

  async reaches(count: number): Promise<unknown[]> {
    return eventually(
      () => this.ids,
      (ids) => ids.length >= count,
    );
  }
}

const units = (count: number, type = 'unit.changed.v1') =>
  Array.from({ length: count }, () => unitEnvelope({}, { type }));
const idsOf = (envelopes: readonly Published[]) => envelopes.map(({ id }) => id);

/** What every feed does. */
export function eventFeedContract(stage: () => FeedStage): void {
  const open: EventFeed[] = [];
  const begin = (port = stage().port) => {
    const feed = stage().feed(port);
    open.push(feed);
    return feed;
  };
  afterEach(async () => {
    await Promise.all(open.splice(0).map((feed) => feed.close()));
  });

  it('is closed until it is started', () => {
    const feed = begin();
    feed.want(['unit.changed.v1']);
    expect(feed.isOpen).toBe(false);
  });

  it('tells what is wanted as it was published, in its order, and nothing else', async () => {
    const heard = new Heard();
    await heard.start(begin());
    const published = units(200);
    await stage().publish([...units(5, 'unit.retired.v1'), ...published.slice(0, 150)]);
    await stage().publish([...units(5, 'unit.retired.v1'), ...published.slice(150)]);
    await heard.reaches(200);
    expect(heard.ids).toEqual(idsOf(published));
    expect(heard.lost).toBe(0);
  });

  it('tells every gateway of everything', async () => {
    const both = [new Heard(), new Heard()];
    for (const heard of both) await heard.start(begin());
    const published = units(20);
    await stage().publish(published);
    for (const heard of both) expect(await heard.reaches(20)).toEqual(idsOf(published));
  });

  it('tells of types that are wanted later', async () => {
    const feed = begin();
    const heard = new Heard();
    await heard.start(feed);
    feed.want(['unit.changed.v1', 'unit.restored.v1']);
    expect(feed.isOpen).toBe(false);
    await eventually(() => feed.isOpen, Boolean);
    const published = units(2, 'unit.restored.v1');
    await stage().publish(published);
    expect(await heard.reaches(2)).toEqual(idsOf(published));
  });

  it('says that events were lost when its connection is, is closed until it has another, and goes on', async () => {
    const line = await Line.to(stage().port);
    const feed = begin(line.port);
    const heard = new Heard();
    await heard.start(feed);
    line.cut();
    await eventually(
      () => heard.lost,
      (count) => count === 1,
    );
    expect(feed.isOpen).toBe(false);
    await stage().publish(units(3));
    await eventually(() => feed.isOpen, Boolean);
    const published = units(3);
    await stage().publish(published);
    await heard.reaches(3);
    expect(heard.ids).toEqual(idsOf(published));
    expect(heard.lost).toBe(1);
    await feed.close();
    await line.close();
  });

  it('leaves nothing behind when it is closed, whether or not it could be opened', async () => {
    const nothing = () =>
      eventually(
        () => stage().left(),
        (left) => left === 0,
      );
    await nothing();
    const heard = new Heard();
    const feed = begin();
    await heard.start(feed);
    expect(await stage().left()).toBeGreaterThan(0);
    await feed.close();
    expect(feed.isOpen).toBe(false);
    await nothing();
    await stage().publish(units(1));
    // Nobody listens at this port.
    const unheard = begin(await freePort());
    unheard.start({ event: () => undefined, lost: () => undefined });
    await unheard.close();
    expect([heard.ids, heard.lost, unheard.isOpen]).toEqual([[], 0, false]);
  });
}
