import { createServer } from 'node:net';
import { Refusal, hasCode, portTaken } from './failure.js';

/**
 * Asking before anything is started saves the user the wait.
 * @throws Refusal naming the first port of 127.0.0.1 that somebody else listens on.
 */
export async function requireFreePorts(ports: readonly number[]): Promise<void> {
  for (const port of ports) {
    // oxlint-disable-next-line no-await-in-loop -- the first taken one is named
    await new Promise<void>((done, fail) => {
      const probe = createServer();
      probe.once('error', (cause) =>
        fail(hasCode(cause, 'EADDRINUSE') ? new Refusal(portTaken(port), 1, { cause }) : cause),
      );
      probe.listen({ port, host: '127.0.0.1' }, () => probe.close(() => done()));
    });
  }
}
