import { Queues } from '@propertea/testkit';
import { graphAs } from './support/graph';
import { letUnits } from './support/leasing';
import { changeUnit, follows, giveNotice, isMarked, mark } from './support/live';
import { becomes } from './support/page';
import { describePortal } from './support/play';

describePortal(
  'a page that is looked at',
  ({ stage, amqpUrl, journey }) => {
    journey('shows what changes in two rooms', async ({ visit }) => {
      const organization = await stage().organization();
      const [lease] = await letUnits(stage(), organization, ['Ada Lovelace']);
      if (!lease) throw new Error('no unit is let');
      const { leaseId, number, unitId } = lease;
      // The rooms hear of each other there, and so of nothing by another way.
      const queues = new Queues(amqpUrl());
      for (const room of ['properties', 'leasing']) {
        expect(await queues.consumers(`propertea.${room}`)).toBeGreaterThan(0);
      }
      const page = await visit(
        organization.accounts.administrator,
        `/${organization.id}/units/${unitId}`,
      );
      await page.getByText(`${number} · Running`).waitFor();
      await follows(page);
      await mark(page);

      const colleague = await graphAs(stage(), organization.accounts.manager, organization.id);
      await changeUnit(colleague, unitId, { code: 'LIVE7' });
      const title = page.getByRole('heading', { level: 1 });
      await becomes(async () => (await title.innerText()).includes('LIVE7'), true);
      await giveNotice(colleague, leaseId);
      await page.getByText(`${number} · Notice given`).waitFor();
      // The name is the properties', the lease and its tenant the leases'.
      expect(await title.innerText()).toContain('LIVE7');
      await page.getByText('Ada Lovelace').first().waitFor();
      expect(await isMarked(page)).toBe(true);
    });
  },
  { broker: true },
);
