import type { Clock } from '@propertea/kernel';
import { fingerprint, LIFE, NOW, STANDINGS, standing } from './support/lease-life.js';
import { agent, Office } from './support/office.js';

const clock: Clock = { now: () => NOW };

let office: Office;
beforeAll(async () => {
  office = await Office.start({ clock });
});
afterAll(() => office?.stop());

for (const [command, { input, moves }] of Object.entries(LIFE)) {
  test(`R24: ${command} moves a lease as its state allows, and refuses the rest without a trace`, async () => {
    const home = await office.unit();
    const units = await office.units(home, STANDINGS.length);
    for (const [index, as] of STANDINGS.entries()) {
      const lease = await standing(office, units[index] ?? home, as);
      const said = typeof input === 'function' ? input(lease) : input;
      const facts = { leaseId: lease.id, version: lease.version, ...said };
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
