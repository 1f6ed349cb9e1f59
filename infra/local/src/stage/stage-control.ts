import { createServer } from 'node:http';
import type { IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { z } from 'zod';
import { messageOf } from '../failure.js';
import { tokenFor } from '../people.js';
import { SIZES } from './furnish.js';
import type { Stage } from './stage.js';

/** What a test may ask of a stage that runs in another process; packages/testkit/src/stage asks it. */
const requestSchema = z.discriminatedUnion('do', [
  z.object({ do: z.literal('organization'), size: z.enum(SIZES) }),
  z.object({ do: z.literal('account'), name: z.string().min(1) }),
  z.object({ do: z.literal('token'), email: z.email() }),
  z.object({ do: z.literal('room'), name: z.string(), isUp: z.boolean() }),
  z.object({ do: z.literal('gateway'), isUp: z.boolean() }),
]);
type StageRequest = z.infer<typeof requestSchema>;

/** Listens on a free port of 127.0.0.1 for requests as JSON; answers with JSON. */
export async function openStageControl(
  stage: Stage,
): Promise<{ url: string; stop(): Promise<void> }> {
  const server = createServer((request, response) => {
    const answer = (status: number, body: unknown) => {
      response.writeHead(status, { 'content-type': 'application/json' });
      response.end(JSON.stringify(body ?? null));
    };
    bodyOf(request)
      .then((body) => perform(stage, requestSchema.parse(JSON.parse(body))))
      .then((result) => answer(200, result))
      .catch((error: unknown) => answer(500, { message: messageOf(error) }));
  });
  await new Promise<void>((done, fail) => {
    server.once('error', fail);
    server.listen(0, '127.0.0.1', done);
  });
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    stop: () =>
      new Promise<void>((done) => {
        server.close(() => done());
        server.closeAllConnections();
      }),
  };
}

async function perform(stage: Stage, request: StageRequest): Promise<unknown> {
  switch (request.do) {
    case 'organization':
      return stage.organization(request.size);
    case 'account':
      return stage.account(request.name);
    case 'token':
      return tokenFor(stage, request.email);
    case 'room':
      return stage.setRoom(request.name, request.isUp);
    case 'gateway':
      return stage.setGateway(request.isUp);
  }
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  let text = '';
  for await (const chunk of request) text += String(chunk);
  return text;
}
