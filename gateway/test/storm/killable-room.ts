import { once } from 'node:events';
import { createServer } from 'node:http';
import type { Server } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import type { TestRoom } from '../rooms.js';

/** As of real rooms (packages/chassis/src/runtime/listen.ts). */
const KEPT_ALIVE_MS = 65_000;

/** A room behind HTTP that can be killed: its connections are reset, and nobody listens at its port. */
export class KillableRoom {
  #server: Server | undefined;
  #port = 0;
  readonly #sockets = new Set<Socket>();

  constructor(readonly room: TestRoom) {}

  get url(): string {
    return `http://127.0.0.1:${this.#port}`;
  }

  async start(): Promise<void> {
    const server = createServer({ keepAliveTimeout: KEPT_ALIVE_MS }, this.room.handler);
    // Nobody looks at what it has seen, which would be all of a long storm.
    server.on('request', () => (this.room.seen.length = 0));
    server.on('upgrade', this.room.sockets.upgrade);
    server.on('connection', (socket) => {
      this.#sockets.add(socket);
      socket.once('close', () => this.#sockets.delete(socket));
    });
    server.listen(this.#port, '127.0.0.1');
    await once(server, 'listening');
    this.#server = server;
    this.#port = (server.address() as AddressInfo).port;
  }

  async kill(): Promise<void> {
    const server = this.#server;
    this.#server = undefined;
    if (!server) return;
    const closed = once(server, 'close');
    server.close();
    for (const socket of this.#sockets) socket.resetAndDestroy();
    await closed;
  }
}
