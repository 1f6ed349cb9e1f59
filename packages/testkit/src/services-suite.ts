import type { RunningService, Service } from './services.js';
import { sourceOf } from './services.js';

/**
 * `describe` for a suite about a service: starts it before the first test and stops it after the last.
 * Where the machine has none, the suite is skipped under a name that says what is missing – and
 * fails under `CI=true`, so that a skip never passes for a success.
 * `declare` gets a function that returns the URL (or executable) once the tests run.
 */
export function describeWith(
  service: Service,
  title: string,
  declare: (value: () => string) => void,
): void {
  const missing = `${title} (no ${service.serviceName}: ${service.remedy})`;
  if (!sourceOf(service.serviceName)) {
    if (process.env.CI !== 'true') {
      describe.skip(missing, () => declare(() => ''));
      return;
    }
    describe(missing, () => {
      it('runs under CI=true', () => {
        throw new Error(`a skipped suite fails under CI=true: ${service.remedy}`);
      });
    });
    return;
  }
  describe(title, () => {
    let running: RunningService | undefined;
    beforeAll(async () => {
      running = await service();
    });
    afterAll(() => running?.stop());
    declare(() => {
      if (!running) throw new Error(`${service.serviceName} is there only while tests run`);
      return running.value;
    });
  });
}
