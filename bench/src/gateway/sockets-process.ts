import { WebSocket } from 'ws';

export interface SocketsOrder {
  /** Opens so many sockets, each with one subscription, and says when all of them have seen an event. */
  open?: { url: string; count: number };
  /** Fires one event at the subgraph and says how long the last socket waited for it. */
  fire?: true;
  admin: string;
}

export interface FireReport {
  /** Milliseconds until half of the sockets, and until the last, had the event. */
  half: number;
  last: number;
}

const QUERY = 'subscription { reviewAdded { id body } }';
const AT_ONCE = 100;
const EVENT_WITHIN_MS = 30_000;
const WARM_UP_EVERY_MS = 2000;

const sockets: WebSocket[] = [];
/** The id of the last event that each socket saw. */
let arrived = (_socket: WebSocket, _id: string): void => undefined;

async function openOne(url: string): Promise<void> {
  const socket = new WebSocket(url, 'graphql-transport-ws', { perMessageDeflate: false });
  await new Promise<void>((resolve, reject) => {
    socket.once('error', reject);
    socket.once('close', (code) => reject(new Error(`a socket was closed with ${code}`)));
    socket.once('open', () => socket.send('{"type":"connection_init"}'));
    socket.on('message', (data: Buffer) => {
      const message = JSON.parse(String(data)) as {
        type: string;
        payload?: { data?: { reviewAdded: { id: string } } };
      };
      if (message.type === 'ping') socket.send('{"type":"pong"}');
      if (message.type === 'connection_ack') {
        socket.send(JSON.stringify({ id: '1', type: 'subscribe', payload: { query: QUERY } }));
        resolve();
      }
      if (message.type === 'error') reject(new Error(String(data)));
      const id = message.payload?.data?.reviewAdded.id;
      if (id) arrived(socket, id);
    });
  });
  sockets.push(socket);
}

async function open(url: string, count: number, admin: string): Promise<void> {
  for (let from = 0; from < count; from += AT_ONCE) {
    const some = Math.min(AT_ONCE, count - from);
    await Promise.all(Array.from({ length: some }, () => openOne(url)));
  }
  // The protocol does not confirm a subscription: events are fired until every socket has seen one.
  const waiting = new Set(sockets);
  arrived = (socket) => void waiting.delete(socket);
  const deadline = Date.now() + EVENT_WITHIN_MS;
  while (waiting.size > 0) {
    if (Date.now() > deadline) throw new Error(`${waiting.size} of ${count} sockets see no event`);
    await fetch(`${admin}/event?id=1~warm`);
    const round = Date.now() + WARM_UP_EVERY_MS;
    while (waiting.size > 0 && Date.now() < round) await new Promise((r) => setTimeout(r, 20));
  }
}

let events = 0;

async function fire(admin: string): Promise<FireReport> {
  const wanted = `2~event${events++}`;
  let left = sockets.length;
  let half = Number.NaN;
  const started = performance.now();
  const all = new Promise<number>((resolve, reject) => {
    setTimeout(() => reject(new Error(`${left} sockets did not get the event`)), EVENT_WITHIN_MS);
    arrived = (_, id) => {
      if (id !== wanted) return;
      left--;
      if (left === Math.floor(sockets.length / 2)) half = performance.now() - started;
      if (left === 0) resolve(performance.now() - started);
    };
  });
  await fetch(`${admin}/event?id=${encodeURIComponent(wanted)}`);
  const last = await all;
  return { half, last };
}

process.on('message', (order: SocketsOrder) => {
  const work = order.open ? open(order.open.url, order.open.count, order.admin) : fire(order.admin);
  work.then(
    (report) => process.send?.({ report }),
    (error: unknown) => process.send?.({ error: String(error) }),
  );
});
process.once('disconnect', () => process.exit(0));
process.send?.({ ready: true });
