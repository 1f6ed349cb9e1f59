import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { RunningRoom } from '@propertea/chassis/runtime';

export interface BackDoor {
  /** Base URL of one room, such as http://127.0.0.1:41234/identity. */
  urlOf(room: string): string;
  stop(): Promise<void>;
}

/**
 * Serves rooms of this process over HTTP on a free port of 127.0.0.1, so that `npm run token` and its like
 * reach them from another process. No wider than `--processes`: a room answers signed assertions only.
 */
export async function openBackDoor(rooms: readonly RunningRoom[]): Promise<BackDoor> {
  const byName = new Map(rooms.map((room) => [room.name, room]));
  const server = createServer((request, response) => {
    const [, name = '', path = '/'] = /^\/([a-z-]+)(\/.*)?$/.exec(request.url ?? '') ?? [];
    const room = byName.get(name);
    if (!room) {
      response.writeHead(404).end();
      return;
    }
    request.url = path;
    room.handler(request, response);
  });
  await new Promise<void>((done, fail) => {
    server.once('error', fail);
    server.listen(0, '127.0.0.1', done);
  });
  const { port } = server.address() as AddressInfo;
  return {
    urlOf: (room) => `http://127.0.0.1:${port}/${room}`,
    stop: () =>
      new Promise<void>((done) => {
        server.close(() => done());
        server.closeAllConnections();
      }),
  };
}
