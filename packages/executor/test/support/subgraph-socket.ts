import { useServer } from 'graphql-ws/use/ws';
import { createServer } from 'node:http';
import type { IncomingHttpHeaders } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import { WebSocketServer } from 'ws';
import { Ticks, ticksSchema } from './ticks.js';

export interface SubgraphSocket {
  url: string;
  ticks: Ticks;
  /** What came with each socket, in order. */
  seen: { headers: IncomingHttpHeaders; init: Readonly<Record<string, unknown>> | undefined }[];
  /** TCP connections that are open now. */
  connections(): number;
  /** Every open WebSocket of the server. */
  server: WebSocketServer;
  cut(): void;
  stop(): Promise<void>;
}

/** A subgraph on the reference server of the protocol. */
export async function startSubgraph(): Promise<SubgraphSocket> {
  const ticks = new Ticks();
  const seen: SubgraphSocket['seen'] = [];
  const http = createServer();
  const connections = new Set<Socket>();
  http.on('connection', (socket) => {
    connections.add(socket);
    socket.once('close', () => connections.delete(socket));
  });
  const server = new WebSocketServer({ server: http, path: '/graphql' });
  const served = useServer(
    {
      schema: ticksSchema,
      roots: { subscription: ticks.root() },
      onConnect: ({ connectionParams, extra }) => {
        seen.push({ headers: extra.request.headers, init: connectionParams });
        return connectionParams?.authorization !== 'nobody';
      },
    },
    server,
  );
  await new Promise<void>((resolve) => http.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(http.address() as AddressInfo).port}/graphql`,
    ticks,
    seen,
    connections: () => connections.size,
    server,
    cut: () => {
      for (const socket of connections) socket.destroy();
    },
    async stop() {
      await served.dispose();
      for (const socket of connections) socket.destroy();
      await new Promise((resolve) => http.close(resolve));
    },
  };
}
