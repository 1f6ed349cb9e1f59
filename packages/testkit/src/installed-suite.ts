import { sourceOf } from './services.js';
import type { ServiceName } from './services.js';

const TITLES: Partial<Record<ServiceName, string>> = { rabbitmq: 'RabbitMQ', redis: 'Redis' };

/**
 * `describe` for a suite about a server of its own, which it may kill; skipped by name, or failed under
 * `CI=true`, where the machine has no installed one. `declare` gets a function that returns the server
 * once the tests run.
 */
export function describeInstalled<Server extends { stop(): Promise<void> }>(
  service: ServiceName,
  title: string,
  start: () => Promise<Server>,
  declare: (server: () => Server) => void,
): void {
  const name = TITLES[service] ?? service;
  if (sourceOf(service)?.kind !== 'installed') {
    const missing = `${title} (no ${name} installed)`;
    if (process.env['CI'] === 'true') {
      describe(missing, () => {
        it('runs under CI=true', () => {
          throw new Error(`a skipped suite fails under CI=true: install ${name}`);
        });
      });
    } else {
      describe.skip(missing, () => {
        declare(() => ({}) as Server);
      });
    }
    return;
  }
  describe(title, () => {
    let server: Server | undefined;
    beforeAll(async () => {
      server = await start();
    });
    declare(() => {
      if (!server) throw new Error(`${name} is there only while tests run`);
      return server;
    });
    // The last one: what the suite has open at it is closed before.
    afterAll(() => server?.stop(), 60_000);
  });
}
