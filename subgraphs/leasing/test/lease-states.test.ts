import type { Clock } from '@propertea/kernel';
import { fingerprint, LIFE, NOW, STANDINGS, standing } from './support/lease-life.js';
import { agent, type Let, Office } from './support/office.js';

const clock: Clock = { now: () => NOW };

let office: Office;
let home: Let;
beforeAll(async () => {
  office = await Office.start({ clock });
  home = await office.unit();
});
afterAll(() => office?.stop());

for (const [command, { input, moves }] of Object.entries(LIFE)) {
  test(`R24: ${command} moves a lease as its state allows, and refuses the rest without a trace`, async () => {
    for (const as of STANDINGS) {
      const lease = await standing(office, home, as);
      const facts = { leaseId: lease.id, version: lease.version, ...input };
      const before = await fingerprint(office, home.organizationId);
      const payload = await office.run(agent(home), command, facts, 'lease { state version }');
      const becomes = moves[as];
      if (becomes) {
        expect([as, payload]).toMatchObject([as, { lease: { state: becomes }, errors: [] }]);
        expect(payload.lease.version).toBeGreaterThan(lease.version);
      } else {
        const refusal = [{ code: 'LEASE_STATE', path: ['input', 'leaseId'] }];
        expect([as, payload]).toMatchObject([as, { lease: null, errors: refusal }]);
        expect(await fingerprint(office, home.organizationId)).toBe(before);
      }
    }
  });
}
