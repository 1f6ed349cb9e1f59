import { ApolloClient, ApolloLink, InMemoryCache, gql } from '@apollo/client';
import { GraphQLError, GraphQLObjectType, GraphQLSchema, GraphQLString } from 'graphql';
import { useServer } from 'graphql-ws/use/ws';
import { createServer } from 'node:http';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Observable } from 'rxjs';
import { WebSocketServer } from 'ws';
import { eventually } from '@propertea/testkit';
import { sessionEnd, sessionRenewed } from '@/session/session-end';
import { DEFAULT_OPTIONS } from '../default-options';
import { Live } from './live';

/** A gateway that tells what the test tells it. */
class Told {
  readonly #readers = new Set<(value: string | Error) => void>();
  subscriptions = 0;
  refusal: GraphQLError | undefined;

  say(value: string | Error): void {
    for (const reader of this.#readers) reader(value);
  }

  async *follow(): AsyncGenerator<{ said: string }> {
    this.subscriptions += 1;
    if (this.refusal) throw this.refusal;
    const waiting: (string | Error)[] = [];
    let wake: () => void = () => {};
    const reader = (value: string | Error) => {
      waiting.push(value);
      wake();
    };
    this.#readers.add(reader);
    try {
      for (;;) {
        const next = waiting.shift();
        if (next instanceof Error) throw next;
        if (next !== undefined) yield { said: next };
        else await new Promise<void>((resolve) => (wake = resolve));
      }
    } finally {
      this.#readers.delete(reader);
    }
  }
}

const SAID = gql`
  subscription Said {
    said
  }
`;

let told: Told;
let server: Server;
let sockets: WebSocketServer;
let signedIn: boolean;
let live: Live;
let client: ApolloClient;
let heard: unknown[];
let gaps: number;
let following: { unsubscribe: () => void }[] = [];

beforeEach(async () => {
  told = new Told();
  signedIn = true;
  heard = [];
  gaps = 0;
  server = createServer();
  sockets = new WebSocketServer({ server, path: '/graphql' });
  const schema = new GraphQLSchema({
    query: new GraphQLObjectType({ name: 'Query', fields: { none: { type: GraphQLString } } }),
    subscription: new GraphQLObjectType({
      name: 'Subscription',
      fields: { said: { type: GraphQLString, subscribe: () => told.follow() } },
    }),
  });
  useServer(
    {
      schema,
      onConnect({ extra }) {
        if (!signedIn) extra.socket.close(4401, 'Sign in first.');
        return signedIn;
      },
    },
    sockets,
  );
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  live = new Live(() => `ws://127.0.0.1:${port}/graphql`, { idleMs: 200 });
  live.onGap(() => (gaps += 1));
  client = new ApolloClient({
    link: ApolloLink.from([live.link, new ApolloLink(() => new Observable())]),
    cache: new InMemoryCache(),
    defaultOptions: DEFAULT_OPTIONS,
  });
});

afterEach(async () => {
  for (const one of following) one.unsubscribe();
  following = [];
  client.stop();
  for (const socket of sockets.clients) socket.terminate();
  sockets.close();
  await new Promise((resolve) => server.close(resolve));
});

function follow(variables: Record<string, unknown> = {}) {
  following.push(
    client
      .subscribe<{ said: string }>({ query: SAID, variables })
      .subscribe(({ data, error }) => heard.push(error ? error.message : data?.said)),
  );
}

const becomes = <T>(read: () => T, wanted: T) => eventually(read, (value) => value === wanted);

it('says that it is lost when that takes longer', async () => {
  follow();
  await becomes(live.state, 'live');
  server.removeAllListeners('upgrade');
  server.on('upgrade', (_request, socket) => socket.destroy());
  for (const socket of sockets.clients) socket.terminate();
  await becomes(live.state, 'lost');
  expect(heard).toEqual([]);
});

it('opens one socket for all subscriptions, and closes it some time after the last one', async () => {
  follow();
  follow({ another: true });
  expect(live.state()).toBe('off');
  await becomes(() => told.subscriptions, 2);
  expect(sockets.clients.size).toBe(1);
  await becomes(live.state, 'live');
  told.say('hello');
  await becomes(() => heard.length, 2);
  for (const one of following) one.unsubscribe();
  expect(live.state()).toBe('off');
  expect(gaps).toBe(0);
  await becomes(() => sockets.clients.size, 0);
});

it.each([
  ['the network is lost', undefined],
  ['the server is replaced', 1012],
  ['results were read too slowly', 4413],
  ['rights have changed', 4411],
  ['the schema has changed', 4412],
])('connects again when %s, and tells of the gap', async (_why, code) => {
  follow();
  await becomes(() => told.subscriptions, 1);
  for (const socket of sockets.clients) {
    if (code) socket.close(code);
    else socket.terminate();
  }
  await becomes(() => told.subscriptions, 2);
  await becomes(live.state, 'live');
  expect(gaps).toBe(1);
  told.say('again');
  await becomes(() => heard.at(-1), 'again');
});

it('asks to sign in when nobody is, and goes on when somebody has', async () => {
  signedIn = false;
  follow();
  await becomes(sessionEnd.isEnded, true);
  expect(told.subscriptions).toBe(0);
  signedIn = true;
  sessionRenewed();
  await becomes(() => told.subscriptions, 1);
  told.say('welcome');
  await becomes(() => heard.at(-1), 'welcome');
});

it('subscribes again when what is behind one subscription is lost', async () => {
  follow();
  await becomes(() => told.subscriptions, 1);
  told.say(new GraphQLError('Gone', { extensions: { code: 'UPSTREAM_UNAVAILABLE' } }));
  await becomes(() => told.subscriptions, 2);
  await becomes(live.state, 'live');
  expect(gaps).toBeGreaterThan(0);
  expect(sockets.clients.size).toBe(1);
});

it('gives up what is refused', async () => {
  follow();
  await becomes(live.state, 'live');
  for (const socket of sockets.clients) socket.close(4403, 'Not yours.');
  await becomes(live.state, 'ended');
  expect(heard).toEqual([expect.stringContaining('4403')]);
});
