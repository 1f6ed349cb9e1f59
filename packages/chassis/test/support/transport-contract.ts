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
      20_000,
    );
  const tries = (title: string) => poisoned.filter((each) => each === title).length;
  const letters = (count: number) =>
    eventually(
      () => carrier.dead(),
      ({ length }) => length === count,
      20_000,
    );

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
    const before = Date.now();
    const stomach = paperEnvelope('poison once');
    const others = Array.from({ length: 20 }, (_, index) => paperEnvelope(`beside ${index}`));
    await carrier.send([...others.slice(0, 10), stomach, ...others.slice(10)], 8);
    await seen('beside %', 20);
    expect(Date.now() - before).toBeLessThan(5_000);
    expect(await room.room.isIdle()).toBe(false);
    expect(await carrier.dead()).toEqual([]);
  });

  it('a failed event is tried again by itself after its pause', async () => {
    const title = `poison ${newId()}`;
    await carrier.send([paperEnvelope(title)]);
    const begun = Date.now();
    await eventually(
      () => tries(title),
      (count) => count >= 3,
      20_000,
    );
    // One second after the first try and two after the second.
    expect(Date.now() - begun).toBeGreaterThan(2_500);
    expect(await carrier.dead()).toEqual([]);
  });

  it('R50: after its last try an event is dead, listed with its reason, replayed, and purged', async () => {
    const [first, second] = [paperEnvelope('poison a'), paperEnvelope('poison b')];
    await carrier.send([first], 9);
    const [letter] = await letters(1);
    expect(letter).toMatchObject({
      room: 'kiosk',
      type: 'paper.printed.v1',
      eventId: first.id,
      organizationId: first.organizationid,
      attempts: 10,
      reason: 'cannot stomach it',
    });
    expect(Date.now() - Number(letter?.deadAt)).toBeLessThan(60_000);
    await carrier.send([second], 9);
    const both = await letters(2);
    expect(await carrier.dead(both[0]?.position)).toEqual([both[1]]);
    expect(await carrier.replay(letter?.position)).toBe(1);
    await letters(1);
    expect(await carrier.purge()).toBe(1);
    expect(await carrier.dead()).toEqual([]);
  });

  it('what the inbox no longer knows is not replayed', async () => {
    const time = new Date(Date.now() - 36 * 86_400_000).toISOString();
    await carrier.send([paperEnvelope('poison of old', { time })], 9);
    await letters(1);
    expect(await carrier.replay()).toBe(0);
    expect(await carrier.purge()).toBe(1);
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
    await carrier.purge();
  });

  it('a type that nobody consumes any more goes by', async () => {
    await carrier.send([
      paperEnvelope('gone', { type: 'paper.folded.v1' }),
      paperEnvelope('goes on'),
    ]);
    await seen('goes on');
    expect(await carrier.dead()).toEqual([]);
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
}
