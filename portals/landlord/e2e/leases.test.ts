import type { StageOrganization } from '@propertea/testkit/stage';
import type { Page } from 'playwright-core';
import { graphAs } from './support/graph';
import { dayFromNow, letUnits } from './support/leasing';
import type { LetUnit } from './support/leasing';
import { becomes, goTo, ready } from './support/page';
import { describePortal } from './support/play';

/** Opens an action of a lease, wherever its button stands. */
async function act(page: Page, name: string): Promise<void> {
  await ready(page);
  const direct = page.getByRole('button', { name, exact: true });
  if (!(await direct.first().isVisible())) {
    await page.getByRole('button', { name: 'More' }).click();
    await page.getByRole('menuitem', { name, exact: true }).click();
    return;
  }
  await direct.first().click();
}

describePortal('a lease', ({ stage, journey }) => {
  let organization: StageOrganization;
  let leases: LetUnit[];
  const at = (path: string) => `/${organization.id}${path}`;
  const leaseAt = (index: number) => {
    const lease = leases[index];
    if (!lease) throw new Error('fewer units are let');
    return lease;
  };
  beforeAll(async () => {
    organization = await stage().organization();
    leases = await letUnits(stage(), organization, ['Ada Lovelace', 'Karl Marx', 'Rosa Parks']);
  });

  journey('is drawn up step by step, signed, and found again', async ({ visit }) => {
    const page = await visit(organization.accounts.administrator, at('/leases/new'));
    // What is missing is said before anything is sent.
    await page.getByRole('button', { name: 'Next' }).click();
    await page.getByText('Fill this in.').waitFor();
    await page.getByRole('combobox', { name: 'Unit' }).click();
    await page
      .getByRole('option', { name: /Vacant/ })
      .first()
      .click();
    await page.getByRole('button', { name: 'Next' }).click();

    await page.getByRole('textbox', { name: 'Name' }).fill('Grace Hopper');
    await page.getByRole('textbox', { name: 'E-mail' }).fill('grace');
    await page.getByRole('button', { name: 'Next' }).click();
    await page.getByText('Enter an e-mail address').waitFor();
    await page.getByRole('textbox', { name: 'E-mail' }).fill('grace@example.com');
    await page.getByRole('button', { name: 'Next' }).click();

    await page.getByLabel('Begins').fill('2027-01-15');
    await page.getByLabel('Ends').fill('2027-12-31');
    await page.getByRole('button', { name: 'Next' }).click();

    await page.getByRole('textbox', { name: 'Amount' }).fill('1550');
    // R3: from the 15th on, 17 of the 31 days of January.
    await page.getByText('First payment: $850.00').waitFor();
    await page.getByRole('button', { name: 'Deposit' }).click();
    await page.getByRole('textbox', { name: 'Amount' }).last().fill('3000');
    await page.getByText('First payment: $3,850.00').waitFor();
    await page.getByRole('button', { name: 'Next' }).click();

    await page.getByRole('button', { name: 'Save as signed' }).click();
    await page.waitForURL(/\/leases\/lease_/);
    await page
      .getByText(/^Signed$/)
      .first()
      .waitFor();
    await page.getByRole('tab', { name: 'Charges' }).click();
    await page.getByRole('table', { name: 'Charges to come' }).getByText('$850.00').waitFor();

    // The facts have travelled: the room of the organizations tells what happened in that of the leases.
    const leaseUrl = new URL(page.url()).pathname;
    await goTo(page, at('/audit?kind=Lease'));
    const told = page.locator(`main a[href="${leaseUrl}"]`);
    await becomes(async () => {
      await page.reload();
      await ready(page);
      return (await told.count()) >= 2;
    }, true);

    await goTo(page, at('/leases'));
    await page.getByRole('searchbox').fill('hopper');
    await page.getByText('Grace Hopper').waitFor();
    await becomes(() => page.locator('main tbody tr').count(), 1);
  });

  journey('takes notice, which can be taken back at once', async ({ visit }) => {
    const { leaseId } = leaseAt(0);
    const page = await visit(organization.accounts.manager, at(`/leases/${leaseId}`));
    await act(page, 'Give notice');
    const dialog = page.getByRole('dialog', { name: /Give notice/ });
    await dialog.getByText('No rule of law is known for this place.').waitFor();
    await dialog.getByLabel('Last day').fill(dayFromNow(30));
    await dialog.getByRole('button', { name: 'Give notice' }).click();
    // Without a rule of law it takes a reason; the room says so at its field.
    await dialog.getByText(/^No rule says when this lease ends by notice/).waitFor();
    await dialog.getByRole('textbox', { name: 'Reason' }).fill('They move to the sea.');
    await dialog.getByRole('button', { name: 'Give notice' }).click();
    await page.getByText(/The tenants gave notice/).waitFor();
    await page.getByRole('button', { name: 'Undo' }).click();
    await page.getByText(/The tenants gave notice/).waitFor({ state: 'detached' });
    await page.getByRole('tab', { name: 'History' }).click();
    await page.getByText('Notice withdrawn').waitFor();
  });

  journey('is renewed from offer to signature on the board', async ({ visit }) => {
    const { leaseId, reference } = leaseAt(1);
    const page = await visit(organization.accounts.administrator, at('/renewals'));
    const card = page.getByRole('listitem').filter({ hasText: reference });
    await card.getByRole('button', { name: 'Offer a new term' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('textbox', { name: 'Rent' }).fill('1260');
    await dialog.getByRole('button', { name: 'Offer', exact: true }).click();
    await card.getByText(/Offer: \$1,260\.00/).waitFor();
    await card.getByRole('button', { name: 'Accepted' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Accepted' }).click();
    await card.getByRole('button', { name: 'Sign' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Signed' }).click();
    await page.getByRole('heading', { name: 'Signed (1)' }).waitFor();

    await goTo(page, at(`/leases/${leaseId}`));
    await page.getByText(/The new term .* follows\./).waitFor();
    // R27: what follows keeps this one from ending before it; the room says what to do.
    await act(page, 'Give notice');
    const notice = page.getByRole('dialog', { name: /Give notice/ });
    await notice.getByLabel('Last day').fill(dayFromNow(30));
    await notice.getByRole('textbox', { name: 'Reason' }).fill('They move.');
    await notice.getByRole('button', { name: 'Give notice' }).click();
    await notice.getByText(/Cancel it first/).waitFor();
  });

  journey('has its people and charges changed, and tells what happened', async ({ visit }) => {
    const { leaseId } = leaseAt(2);
    const page = await visit(organization.accounts.administrator, at(`/leases/${leaseId}`));
    await page.getByRole('button', { name: 'Add', exact: true }).click();
    const person = page.getByRole('dialog', { name: 'Add a person' });
    await person.getByRole('textbox', { name: 'Name' }).fill('Raymond Parks');
    await person.getByRole('combobox', { name: 'Role' }).selectOption({ label: 'Occupant' });
    await person.getByRole('button', { name: 'Add' }).click();
    await page.getByRole('listitem').filter({ hasText: 'Raymond Parks' }).waitFor();
    await page.getByRole('button', { name: 'Remove Rosa Parks' }).click();
    const question = page.getByRole('dialog', { name: 'Remove Rosa Parks' });
    await question.getByRole('button', { name: 'Remove', exact: true }).click();
    await question.getByText('The lease would have no tenant.').waitFor();
    await question.getByRole('button', { name: 'Cancel' }).click();

    await page.getByRole('tab', { name: 'Charges' }).click();
    await act(page, 'Change the rent');
    const change = page.getByRole('dialog', { name: /Change the rent/ });
    await change.getByText('Percentage', { exact: true }).click();
    await change.getByRole('textbox', { name: 'Change by' }).fill('5');
    await change.getByRole('button', { name: 'Change', exact: true }).click();
    await page.getByRole('table', { name: 'Changes of amounts' }).getByText('$1,260.00').waitFor();
    await page.getByRole('tab', { name: 'History' }).click();
    await page.getByText('Person added').waitFor();
    await page.getByText('Change of the rent set').waitFor();
  });

  journey('that somebody else changed is not overwritten', async ({ visit }) => {
    const { leaseId } = leaseAt(2);
    const page = await visit(organization.accounts.administrator, at(`/leases/${leaseId}`));
    const colleague = await graphAs(stage(), organization.accounts.administrator, organization.id);
    const { lease } = await colleague(`{ lease(id: "${leaseId}") { version } }`);
    await page.getByRole('button', { name: 'Add', exact: true }).click();
    const person = page.getByRole('dialog', { name: 'Add a person' });
    await person.getByRole('textbox', { name: 'Name' }).fill('Late Comer');
    await colleague(
      'mutation Add($input: AddLeasePartyInput!) { addLeaseParty(input: $input) { errors { message } } }',
      { input: { leaseId, version: lease.version, role: 'GUARANTOR', name: 'First Comer' } },
    );
    await person.getByRole('button', { name: 'Add' }).click();
    await person.getByRole('alert').waitFor();
    // The page has learnt of it, so that the same press does it now.
    await page.getByText('First Comer').waitFor();
    await person.getByRole('button', { name: 'Add' }).click();
    await page.getByRole('listitem').filter({ hasText: 'Late Comer' }).waitFor();
  });
});
