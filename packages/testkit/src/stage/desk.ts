import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { startStage } from './stage-process.js';
import type { StageProcess } from './stage-process.js';

/** Names the desk to the workers of a run. */
export const deskVariable = 'PROPERTEA_STAGE_DESK';

/**
 * Where the test files of a run, whichever worker they are in, ask for the stage that all of them share. It
 * is raised when the first one asks, and never in a run that needs none.
 */
export async function openStageDesk(): Promise<{ stop(): Promise<void> }> {
  let raised: Promise<StageProcess> | undefined;
  const server = createServer((_request, response) => {
    raised ??= startStage();
    raised.then(
      ({ address }) => response.end(JSON.stringify(address)),
      (error: unknown) => {
        response.statusCode = 500;
        response.end(error instanceof Error ? error.message : String(error));
      },
    );
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  process.env[deskVariable] = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    async stop() {
      server.closeAllConnections();
      server.close();
      const stage = await raised?.catch(() => undefined);
      await stage?.stop();
    },
  };
}
