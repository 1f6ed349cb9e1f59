import type { StageOrganization } from '@propertea/testkit/stage';
import { graphAs } from './support/graph';
import { letUnits } from './support/leasing';
import type { LetUnit } from './support/leasing';
import { changeUnit, follows, giveNotice, isMarked, mark } from './support/live';
import type { Ask } from './support/live';
import { becomes, goTo, names } from './support/page';
import { describePortal } from './support/play';

describePortal('a page that is looked at', ({ stage, journey }) => {
  let organization: StageOrganization;
  let leases: LetUnit[];
  let colleague: Ask;
  const at = (path: string) => `/${organization.id}${path}`;
  const leaseAt = (index: number) => {
    const lease = leases[index];
    if (!lease) throw new Error('fewer units are let');
    return lease;
  };
  beforeAll(async () => {
    organization = await stage().organization();
    leases = await letUnits(stage(), organization, ['Ada Lovelace', 'Karl Marx', 'Rosa Parks']);
    colleague = await graphAs(stage(), organization.accounts.manager, organization.id);
  });

  journey('shows what a colleague does to leases, and who is in them', async ({ visit }) => {
    const { leaseId, number, unitId, reference } = leaseAt(0);
    const list = await visit(organization.accounts.administrator, at('/leases'));
    const page = await list.context().newPage();
    await goTo(page, at(`/leases/${leaseId}`));
    const unit = await list.context().newPage();
    await goTo(unit, at(`/units/${unitId}`));
    for (const one of [list, page, unit]) {
      await follows(one);
      await mark(one);
    }
    await list.getByRole('searchbox').focus();

    await giveNotice(colleague, leaseId);
    const row = list.getByRole('row').filter({ hasText: number });
    await row.getByText('Notice given').waitFor();
    // Of two rooms: the state is the leases', the name of the unit the properties'.
    await row.getByText(reference).waitFor();
    await page.getByText(/The tenants gave notice/).waitFor();
    await unit.getByText(`${number} · Notice given`).waitFor();
    for (const one of [list, page, unit]) expect(await isMarked(one)).toBe(true);
    expect(
      await list.getByRole('searchbox').evaluate((box) => box === document.activeElement),
    ).toBe(true);
  });

  journey('keeps its length, place and choice when units come and change', async ({ visit }) => {
    const page = await visit(organization.accounts.administrator, at('/units'));
    await follows(page);
    await mark(page);
    await page.getByRole('button', { name: 'Load more' }).click();
    await becomes(() => page.locator('main tbody tr').count(), 39);
    const last = page.locator('main tbody tr').last();
    await last.getByRole('checkbox').check();
    await last.scrollIntoViewIfNeeded();
    const { y } = (await last.boundingBox()) ?? { y: 0 };

    const { unit } = await colleague(
      'query Of($id: ID!) { unit(id: $id) { property { id } building { id } } }',
      { id: leaseAt(0).unitId },
    );
    await colleague(
      'mutation New($input: CreateUnitInput!) { createUnit(input: $input) { errors { message path } } }',
      {
        input: {
          propertyId: unit.property.id,
          buildingId: unit.building?.id,
          code: 'AAA1',
          category: 'APARTMENT',
        },
      },
    );
    await becomes(async () => (await names(page)).some((name) => name.endsWith('AAA1')), true);
    expect(await page.locator('main tbody tr').count()).toBeGreaterThanOrEqual(39);
    expect(await last.getByRole('checkbox').isChecked()).toBe(true);
    expect(Math.abs(((await last.boundingBox())?.y ?? 0) - y)).toBeLessThan(80);
    expect(await isMarked(page)).toBe(true);
  });

  journey(
    'tells a form that it is over something older, and keeps what was typed',
    async ({ visit }) => {
      const { leaseId, unitId } = leaseAt(1);
      const page = await visit(organization.accounts.administrator, at(`/units/${unitId}/change`));
      await follows(page);
      await page.getByRole('textbox', { name: 'Code' }).fill('MINE');
      await changeUnit(colleague, unitId, { bedrooms: 7 });
      await page.getByText('Changed by somebody else').waitFor();
      expect(await page.getByRole('textbox', { name: 'Code' }).inputValue()).toBe('MINE');
      expect(await page.getByRole('textbox', { name: 'Bedrooms' }).inputValue()).not.toBe('7');
      await page.getByRole('button', { name: 'Reload' }).click();
      const both = page.getByRole('dialog');
      await both.getByRole('row').filter({ hasText: 'MINE' }).waitFor();
      await both.getByRole('button', { name: 'Take theirs' }).click();
      await becomes(() => page.getByRole('textbox', { name: 'Bedrooms' }).inputValue(), '7');

      await goTo(page, at(`/leases/${leaseId}`));
      await follows(page);
      await page.getByRole('button', { name: 'Add', exact: true }).click();
      const person = page.getByRole('dialog', { name: 'Add a person' });
      await person.getByRole('textbox', { name: 'Name' }).fill('Late Comer');
      await giveNotice(colleague, leaseId);
      await person.getByText('Changed by somebody else').waitFor();
      expect(await person.getByRole('textbox', { name: 'Name' }).inputValue()).toBe('Late Comer');
      await person.getByRole('button', { name: 'Reload' }).click();
      await person.getByText('Changed by somebody else').waitFor({ state: 'detached' });
      await person.getByRole('textbox', { name: 'Name' }).fill('Late Comer');
      await person.getByRole('button', { name: 'Add' }).click();
      await page.getByRole('listitem').filter({ hasText: 'Late Comer' }).waitFor();
    },
  );

  journey('closes when the person signs out elsewhere', async ({ visit, expectTrouble }) => {
    const account = organization.accounts.viewer;
    const page = await visit(account, at('/leases'));
    await follows(page);
    const other = await page.context().newPage();
    await goTo(other, at('/companies'));
    expectTrouble(/WebSocket/, /^answer: 401/);
    await other.getByRole('button', { name: `Account of ${account.name}` }).click();
    await other.getByRole('menuitem', { name: 'Sign out' }).click();
    await page.getByRole('dialog', { name: 'Your session has ended' }).waitFor();
  });
});

describePortal(
  'a page that has lost its connection',
  ({ stage, journey }) => {
    journey(
      'says so, comes back, and shows what it has missed',
      async ({ visit, expectTrouble }) => {
        const organization = await stage().organization();
        const [lease] = await letUnits(stage(), organization, ['Ada Lovelace']);
        if (!lease) throw new Error('no unit is let');
        const page = await visit(organization.accounts.administrator, `/${organization.id}/leases`);
        await follows(page);
        await mark(page);
        expectTrouble(/WebSocket/, /UPSTREAM_UNAVAILABLE/, /^answer: 50[0-9]/);
        await stage().setGateway(false);
        const sign = page.getByText('Not live at the moment, retrying');
        await sign.waitFor();
        await stage().setGateway(true);
        const colleague = await graphAs(stage(), organization.accounts.manager, organization.id);
        await giveNotice(colleague, lease.leaseId);
        await page.getByText('Notice given').waitFor();
        await sign.waitFor({ state: 'detached' });
        await follows(page);
        expect(await isMarked(page)).toBe(true);
      },
    );
  },
  { own: true },
);
