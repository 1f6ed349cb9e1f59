import { createHash } from 'node:crypto';
import { ORGANIZATIONS, USERS } from '../../test/house.rooms.js';
import { Browser } from '../../test/browser.js';
import { startHouse } from '../../test/house.js';
import type { House } from '../../test/house.js';
import { openSocket } from '../../test/socket-client.js';
import type { SocketAsk, SocketClient } from '../../test/socket-client.js';
import { writeSchema } from '../../test/supergraph.js';
import { until } from '../../test/until.js';

const renamed = 'subscription { renamed { name } }';
const SECOND = 1_000;

let house: House;
const open: SocketClient[] = [];

async function signedIn(as: string): Promise<Browser> {
  const browser = new Browser();
  house.provider.signInAs(as);
  await browser.visit(`${house.url}/auth/login`, (url) => url === `${house.url}/`);
  return browser;
}

const cookiesOf = (browser: Browser, origin = house.url) => ({
  cookie: browser.cookies(house.url).join('; '),
  origin,
});

async function subscribed(ask: SocketAsk): Promise<SocketClient> {
  const client = await openSocket(house, ask);
  open.push(client);
  if (client.closed) throw new Error(`closed with ${client.closed.code}`);
  return client.subscribe(renamed);
}

/** Waits until the socket is closed, and expects that no more than a second after the moment. */
async function closedShortly(client: SocketClient, code: number, moment: number): Promise<void> {
  expect(await client.closing()).toBe(code);
  expect(client.closedAt - moment).toBeLessThan(SECOND);
  expect(client.closedAt - moment).toBeGreaterThan(-SECOND);
}

afterEach(async () => {
  for (const { socket } of open.splice(0)) socket.terminate();
  await until(() => house.state.events.listenerCount('renamed') === 0);
});

describe('a socket is closed within a second', () => {
  beforeAll(async () => {
    house = await startHouse();
  });
  afterAll(() => house.stop());

  it('of the end of its token', async () => {
    const exp = Math.floor(Date.now() / 1_000) + 2;
    const token = await house.provider.token('ada', { exp });
    const other = await subscribed({ as: 'ada' });
    const client = await subscribed({ init: { authorization: `Bearer ${token}` } });
    await closedShortly(client, 4410, exp * 1_000);
    expect(other.closed).toBeUndefined();
  });

  it('of signing out, in every gateway, while other sessions of the same person stay', async () => {
    const at = await house.startAnother(0);
    const browser = await signedIn('ada');
    const other = await signedIn('ada');
    const clients = [
      await subscribed({ headers: cookiesOf(browser) }),
      await subscribed({ headers: cookiesOf(browser), at }),
    ];
    const staying = await subscribed({ headers: cookiesOf(other) });
    const headers = { origin: house.url };
    await browser.request(`${house.url}/auth/logout`, { method: 'POST', headers });
    const moment = Date.now();
    for (const client of clients) await closedShortly(client, 4410, moment);
    expect(staying.closed).toBeUndefined();
  });

  it('of losing a membership, in every gateway, while other members stay', async () => {
    const at = await house.startAnother(0);
    const clients = [
      await subscribed({ as: 'ben', organization: 'oak' }),
      await subscribed({ as: 'ben', organization: 'oak', at }),
      await subscribed({ headers: cookiesOf(await signedIn('ben')), organization: 'elm' }),
    ];
    const staying = [await subscribed({ as: 'ada' }), await subscribed({})];
    const remove = 'mutation($user: ID!) { removeMember(userId: $user) { name } }';
    await house.ask(remove, { as: 'ada', variables: { user: USERS.ben } });
    const moment = Date.now();
    for (const client of clients) await closedShortly(client, 4411, moment);
    house.state.members.set(USERS.ben, [ORGANIZATIONS.oak, ORGANIZATIONS.elm]);
    await house.ask(remove, { as: 'ada', variables: { user: 'nobody' } });
    for (const client of staying) expect(client.closed).toBeUndefined();
  });

  it('of a change after which nobody can say who it is', async () => {
    const client = await subscribed({ as: 'ada' });
    const anonymous = await subscribed({});
    house.setDown('identity', true);
    // Ada is looked up anew, which fails.
    house.setDown('organizations', true);
    await house.ask('mutation { removeMember(userId: "nobody") { name } }', { as: 'ada' });
    expect(await client.closing()).toBe(1013);
    house.setDown('identity', false);
    house.setDown('organizations', false);
    expect(anonymous.closed).toBeUndefined();
  });

  it('of a new schema, and the next one finds it', async () => {
    const client = await subscribed({ as: 'ada' });
    const grown = Object.values(house.rooms).map(({ name, sdl }) => ({
      name,
      sdl: sdl.replace('watts: Int!', 'watts: Int! colour: String'),
    }));
    for (const { name, sdl } of grown) {
      const sdlHash = createHash('sha256').update(sdl).digest('hex');
      Object.assign(house.rooms[name] ?? {}, { sdlHash });
    }
    await writeSchema(grown, house.schemaPath);
    expect(await client.closing()).toBe(4412);
    await subscribed({ as: 'ada' });
    await until(() => house.state.events.listenerCount('renamed') === 1);
  });
});

describe('of a session', () => {
  afterEach(() => house.stop());

  it.each<[string, object]>([
    ['its longest time', { absoluteSeconds: 2 }],
    ['its time without use, for which looking on is none', { idleSeconds: 2 }],
  ])('%s ends the socket too', async (_title, session) => {
    house = await startHouse({ config: { session } });
    const browser = await signedIn('ada');
    const moment = Date.now() + 2_000;
    const client = await subscribed({ headers: cookiesOf(browser) });
    await closedShortly(client, 4410, moment);
  });

  it('use at another place keeps the socket', async () => {
    house = await startHouse({ config: { session: { idleSeconds: 3 } } });
    const browser = await signedIn('ada');
    const client = await subscribed({ headers: cookiesOf(browser) });
    // A second sign-in elsewhere is no use of this session.
    const begun = Date.now();
    await until(async () => {
      await browser.request(`${house.url}/auth/session`);
      return Date.now() - begun > 1_000;
    });
    expect(client.closed).toBeUndefined();
    expect(await client.closing()).toBe(4410);
  });

  it('what the provider ends ends the socket when its tokens are renewed', async () => {
    house = await startHouse({ accessTokenSeconds: 2 });
    const client = await subscribed({ headers: cookiesOf(await signedIn('ada')) });
    await until(() => house.provider.refreshes() > 0);
    expect(client.closed).toBeUndefined();
    house.provider.revokeAll();
    expect(await client.closing()).toBe(4410);
  });

  it('cookies open a socket from pages of ours alone', async () => {
    house = await startHouse({ config: { corsOrigins: ['http://localhost:4001'] } });
    const browser = await signedIn('ada');
    await subscribed({ headers: cookiesOf(browser) });
    await subscribed({ headers: cookiesOf(browser, 'http://localhost:4001') });
    const { cookie } = cookiesOf(browser);
    for (const headers of [{ cookie }, cookiesOf(browser, 'https://evil.example')]) {
      const client = await openSocket(house, { headers });
      expect(client.closed).toEqual({
        code: 4403,
        reason: 'This request must come from a page of this site.',
      });
    }
  });
});

it('a gateway that stops closes them for the next one, and does not wait for their clients', async () => {
  house = await startHouse();
  const client = await subscribed({ as: 'ada' });
  const frozen = await subscribed({ as: 'ada' });
  frozen.socket.pause();
  const begun = Date.now();
  await house.stop();
  expect(Date.now() - begun).toBeLessThan(8_000);
  expect(await client.closing()).toBe(1012);
});
