import { newId } from '@propertea/kernel';
import { eventually, staff, startTestRoom, type TestRoom } from '@propertea/testkit';
import { kiosk, poisoned } from '../kiosk/subgraph.js';
import { type Carrier, paperEnvelope, postgresCarrier, rabbitCarrier } from './carriers.js';

const PRINT = 'mutation($input: PrintPaperInput!) { printPaper(input: $input) { id } }';

/** What every transport does. `amqpUrl` gives RabbitMQ's URL, or undefined for the one over Postgres. */
export function transportContract(amqpUrl: () => string | undefined): void {
  let room: TestRoom;
  let carrier: Carrier;
  const settings = () => {
    const url = amqpUrl();
    return url === undefined ? {} : { amqpUrl: url };
  };
  beforeAll(async () => {
    room = await startTestRoom(kiosk, {}, settings());
    const url = amqpUrl();
    carrier = url === undefined ? postgresCarrier(() => room) : rabbitCarrier(() => url);
  });
  afterAll(() => room?.stop());

  const print = (title: string) =>
    room.as(staff(newId()))(PRINT, { input: { code: newId().slice(-10).toUpperCase(), title } });
  const sightings = async (title: string) => {
    const [row] = await room.sql<{ count: number }>(
      'select count(*)::int as count from kiosk.sightings where title like $1',
      [title],
    );
    return row?.count ?? 0;
  };
  const seen = (title: string, count = 1) =>
    eventually(
      () => sightings(title),
      (found) => found >= count,
    );
  const tries = (title: string) => poisoned.filter((each) => each === title).length;
  const dead = async () => {
    const { edges } = await carrier.letters().page({ room: 'kiosk' }, { first: 100 });
    return edges.map(({ node }) => node);
  };
  const letters = (count: number) => eventually(dead, ({ length }) => length === count, 20_000);

  it('R50: a fact travels from the outbox into its effect, exactly once', async () => {
    await Promise.all(Array.from({ length: 30 }, (_, index) => print(`Tribune ${index}`)));
    await seen('Tribune %', 30);
    await room.settled();
    expect(await sightings('Tribune %')).toBe(30);
    expect(await room.sql('select from kiosk.outbox where published_at is null')).toEqual([]);
  });

  it('R50: what comes twice is applied once, in one batch and later', async () => {
    const message = paperEnvelope('Twice');
    await carrier.send([message, message, paperEnvelope('between'), message]);
    await seen('Twice');
    await carrier.send([message, paperEnvelope('after')]);
    await seen('after');
    await room.settled();
    expect(await sightings('Twice')).toBe(1);
  });

  it('the same event id in two organizations is two facts', async () => {
    const id = newId();
    await carrier.send([paperEnvelope('Namesake', { id }), paperEnvelope('Namesake', { id })]);
    await seen('Namesake', 2);
  });

  it('R50: a relay that dies between publishing and marking publishes again; the effect stays one', async () => {
    await print('Again');
    await seen('Again');
    await room.settled();
    await room.sql('update kiosk.outbox set published_at = null');
    await print('Later');
    await seen('Later');
    await room.settled();
    expect(await sightings('Again')).toBe(1);
  });

  it('one event that fails takes no other of its batch with it, and comes again after a pause', async () => {
    const stomach = paperEnvelope('poison once');
    const others = Array.from({ length: 20 }, (_, index) => paperEnvelope(`beside ${index}`));
    await carrier.send([...others.slice(0, 10), stomach, ...others.slice(10)], 8);
    await seen('beside %', 20);
    expect(await room.room.isIdle()).toBe(false);
    expect(await dead()).toEqual([]);
  });

  it('a failed event is tried again by itself after its pause', async () => {
    const title = `poison ${newId()}`;
    await carrier.send([paperEnvelope(title)]);
    const begun = Date.now();
    await eventually(
      () => tries(title),
      (count) => count >= 3,
    );
    // One second after the first try and two after the second.
    expect(Date.now() - begun).toBeGreaterThan(2_500);
    expect(await dead()).toEqual([]);
  });

  it('R50: after its last try an event is dead, listed with its reason, replayed, and purged', async () => {
    const [first, second] = [paperEnvelope('poison a'), paperEnvelope('poison b')];
    await carrier.send([first], 9);
    const [letter] = await letters(1);
    expect(letter).toEqual({
      position: expect.any(String),
      room: 'kiosk',
      type: 'paper.printed.v1',
      eventId: first.id,
      organizationId: first.organizationid,
      attempts: 10,
      reason: 'cannot stomach it',
      occurredAt: new Date(first.time),
      diedAt: expect.any(Date),
      correlationId: first.correlationid,
    });
    await carrier.send([second], 9);
    await letters(2);
    const box = carrier.letters();
    const chosen = { room: 'kiosk', position: letter?.position ?? '' };
    const elsewhere = { room: 'elsewhere', position: chosen.position };
    expect(await box.replay({ letters: [elsewhere] })).toBe(0);
    expect(await box.replay({ room: 'elsewhere' })).toBe(0);
    expect(await box.replay({ letters: [chosen, { room: 'kiosk', position: '99999999' }] })).toBe(
      1,
    );
    expect((await letters(1)).map(({ eventId }) => eventId)).toEqual([second.id]);
    expect(await box.purge({ room: 'elsewhere' })).toBe(0);
    expect(await box.purge({ all: true })).toBe(1);
    expect(await dead()).toEqual([]);
  });

  it('dead letters come in pages, the latest first, and of one type', async () => {
    const sent = ['poison 1', 'poison 2', 'poison 3'].map((title) => paperEnvelope(title));
    for (const [index, envelope] of sent.entries()) {
      await carrier.send([envelope], 9);
      await letters(index + 1);
    }
    const box = carrier.letters();
    const first = await box.page({}, { first: 2 });
    const ids = ({ edges }: typeof first) => edges.map(({ node }) => node.eventId);
    const [one, two, three] = sent.map(({ id }) => id);
    expect([ids(first), first.hasNextPage, await first.totalCount()]).toEqual([
      [three, two],
      true,
      3,
    ]);
    const after = first.edges[1]?.cursor;
    const second = await box.page({ room: 'kiosk' }, { first: 2, after });
    expect([ids(second), second.hasNextPage]).toEqual([[one], false]);
    const typed = await box.page({ type: 'paper.printed.v1' }, { first: 1 });
    expect([ids(typed), await typed.totalCount()]).toEqual([[three], 3]);
    const other = await box.page({ type: 'paper.folded.v1' }, { first: 1 });
    expect([ids(other), await other.totalCount()]).toEqual([[], 0]);
    await expect(box.page({}, { first: 1, after: 'nonsense' })).rejects.toThrow('cursor');
    await box.purge({ room: 'kiosk' });
  });

  it('two who look at the dead letters at once both see all of them', async () => {
    await carrier.send(
      Array.from({ length: 30 }, (_, index) => paperEnvelope(`poison ${index}`)),
      9,
    );
    await letters(30);
    const looks = await Promise.all(Array.from({ length: 4 }, () => dead()));
    expect(looks.map(({ length }) => length)).toEqual([30, 30, 30, 30]);
    expect(await carrier.letters().purge({ room: 'kiosk' })).toBe(30);
  });

  it('what the inbox no longer knows is not replayed; what is no event may be', async () => {
    const time = new Date(Date.now() - 36 * 86_400_000).toISOString();
    await carrier.send([paperEnvelope('poison of old', { time })], 9);
    await letters(1);
    const box = carrier.letters();
    expect(await box.replay({ room: 'kiosk' })).toBe(0);
    await carrier.send([paperEnvelope('timeless', { time: 'noon' })]);
    await letters(2);
    expect(await box.replay({ room: 'kiosk' })).toBe(1);
    await letters(2);
    expect(await box.purge({ room: 'kiosk' })).toBe(2);
  });

  it.each([
    ['no envelope', { specversion: '0.1' }],
    ['against its contract', { data: { title: 7 } }],
    ['from a room that may not publish it', { source: '/rooms/elsewhere' }],
  ])('what is %s is dead at once and holds nothing up', async (what, changes) => {
    await carrier.send([paperEnvelope(what, changes), paperEnvelope(`behind ${what}`)]);
    await seen(`behind ${what}`);
    const [letter] = await letters(1);
    expect(letter?.attempts).toBe(1);
    expect(await sightings(what)).toBe(0);
    await carrier.letters().purge({ room: 'kiosk' });
  });

  it('a type that nobody consumes any more goes by', async () => {
    await carrier.send([
      paperEnvelope('gone', { type: 'paper.folded.v1' }),
      paperEnvelope('goes on'),
    ]);
    await seen('goes on');
    expect(await dead()).toEqual([]);
  });

  it('two processes of a room share its queue; nothing is lost or doubled when one of them stops', async () => {
    const second = await startTestRoom(kiosk, {}, { database: room.database, ...settings() });
    const messages = Array.from({ length: 500 }, (_, index) => paperEnvelope(`shared ${index}`));
    const sent = carrier.send(messages);
    await seen('shared %', 1);
    await second.stop();
    await sent;
    await seen('shared %', 500);
    expect(await sightings('shared %')).toBe(500);
  });

  it('R50: the connections to the database are lost while facts travel, and no effect with them', async () => {
    const printed = Array.from({ length: 60 }, (_, index) => paperEnvelope(`cut ${index}`));
    for (let round = 0; round < 6; round++) {
      await carrier.send(printed.slice(round * 10, round * 10 + 10));
      await room.sql(
        `select pg_terminate_backend(pid) from pg_stat_activity
         where datname = current_database() and usename = 'kiosk_login'`,
      );
    }
    await seen('cut %', printed.length);
    // What came again has been looked at before what comes last.
    await carrier.send([...printed, paperEnvelope('behind the cuts')]);
    await seen('behind the cuts');
    expect(await sightings('cut %')).toBe(printed.length);
  });
}
