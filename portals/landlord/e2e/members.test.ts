import type { StageOrganization } from '@propertea/testkit/stage';
import type { Page } from 'playwright-core';
import { becomes, goTo, ready } from './support/page';
import { describePortal } from './support/play';

const member = (page: Page, name: string) => page.getByRole('dialog', { name });

/** Makes an invitation on the page of members, and returns its link. */
async function invite(page: Page, email: string, role: string, company?: string): Promise<string> {
  await page.getByRole('button', { name: 'Invite a member' }).click();
  const form = page.getByRole('dialog', { name: 'Invite a member' });
  await form.getByRole('textbox', { name: 'E-mail address' }).fill(email);
  await form.getByRole('combobox', { name: 'Role' }).selectOption({ label: role });
  if (company) {
    await form.getByRole('combobox', { name: 'Reach' }).selectOption({ label: 'One company' });
    await form.getByRole('combobox', { name: 'Company' }).fill(company);
    await page.getByRole('option', { name: new RegExp(company) }).click();
  }
  await form.getByRole('button', { name: 'Make the invitation' }).click();
  const made = page.getByRole('dialog', { name: 'The invitation is ready' });
  const link = await made.getByRole('textbox', { name: 'Link of the invitation' }).inputValue();
  await made.getByRole('button', { name: 'Done' }).click();
  return link;
}

describePortal('people of an organization', ({ stage, journey }) => {
  let organization: StageOrganization;
  const at = (path: string) => `/${organization.id}${path}`;
  beforeAll(async () => {
    organization = await stage().organization();
  });

  journey('somebody new registers an organization and stands in it', async ({ visit }) => {
    const account = await stage().account('Nova Founder');
    const page = await visit(account, '/');
    await page.getByRole('heading', { name: 'Welcome, Nova Founder' }).waitFor();
    await page.getByRole('link', { name: 'Register an organization' }).click();
    await page.getByRole('textbox', { name: 'Name of the organization' }).fill('Nova Estates');
    await page.getByRole('button', { name: 'Register' }).click();
    await page.getByRole('heading', { level: 1, name: 'Nova Estates' }).waitFor();
    await page.getByRole('heading', { name: 'Nothing here yet' }).waitFor();
  });

  journey(
    'a colleague is invited for one company, accepts in a browser of their own, and sees no more',
    async ({ visit }) => {
      const colleague = await stage().account('Ines Invited');
      const page = await visit(organization.accounts.administrator, at('/members'));
      const link = await invite(page, colleague.email, 'Viewer', 'River');
      await page.getByRole('tab', { name: 'Invitations' }).click();
      await page
        .getByRole('row', { name: new RegExp(colleague.email) })
        .getByText('Open')
        .waitFor();

      const theirs = await visit(undefined, new URL(link).pathname);
      await theirs.getByRole('link', { name: 'Sign in' }).click();
      await theirs.getByLabel('E-mail address').fill(colleague.email);
      await theirs.getByLabel('Password').fill(colleague.password);
      await theirs.getByRole('button', { name: 'Sign in' }).click();
      await theirs.getByText(`You are signed in as ${colleague.name}`).waitFor();
      await ready(theirs);
      await theirs.getByRole('button', { name: 'Accept the invitation' }).click();
      await theirs.getByRole('heading', { level: 1, name: organization.name }).waitFor();
      await goTo(theirs, at('/companies'));
      await becomes(() => theirs.locator('main tbody tr').count(), 1);
      await theirs.getByRole('link', { name: 'Riverside Rentals' }).waitFor();
    },
  );

  journey(
    'an invitation for somebody else, a used one and none at all each say so',
    async ({ visit }) => {
      const page = await visit(organization.accounts.administrator, at('/members'));
      const link = await invite(page, 'nobody@stage.example', 'Viewer');
      const other = await stage().account('Otto Other');
      const theirs = await visit(other, new URL(link).pathname);
      await theirs.getByRole('button', { name: 'Accept the invitation' }).click();
      await theirs.getByText('This invitation is for somebody else').waitFor();

      await page.getByRole('tab', { name: 'Invitations' }).click();
      await page
        .getByRole('button', { name: 'Revoke the invitation for nobody@stage.example' })
        .click();
      await page.getByRole('dialog').getByRole('button', { name: 'Revoke' }).click();
      await page
        .getByRole('row', { name: /nobody@stage.example/ })
        .getByText('Revoked')
        .waitFor();
      const invited = await visit(other, '/invitations/of-nothing');
      await invited.getByRole('button', { name: 'Accept the invitation' }).click();
      await invited.getByText('There is no such invitation').waitFor();
    },
  );

  journey('a role is given with a reach and taken away again', async ({ visit }) => {
    const { administrator, viewer } = organization.accounts;
    const page = await visit(administrator, at('/members'));
    await page.getByRole('button', { name: viewer.name }).click();
    const drawer = member(page, viewer.name);
    await drawer.getByRole('button', { name: 'Add a role' }).click();
    const form = page.getByRole('dialog', { name: `Add a role for ${viewer.name}` });
    await form.getByRole('combobox', { name: 'Role' }).selectOption({ label: 'Property manager' });
    await form.getByRole('combobox', { name: 'Reach' }).selectOption({ label: 'One property' });
    await form.getByRole('combobox', { name: 'Property' }).fill('racine');
    await page.getByRole('option', { name: /Racine Yard/ }).click();
    await form.getByRole('button', { name: 'Add the role' }).click();
    const given = drawer.getByRole('listitem').filter({ hasText: 'Property manager' });
    await given.getByText(/Racine Yard/).waitFor();

    await given.getByRole('button', { name: /^Remove the role Property manager/ }).click();
    await page
      .getByRole('dialog', { name: 'Remove this role?' })
      .getByRole('button', { name: 'Remove the role' })
      .click();
    await given.waitFor({ state: 'detached' });
  });

  journey(
    'a member is removed, and the organization is gone for them',
    async ({ visit, expectTrouble }) => {
      const own = await stage().organization('empty');
      const theirs = await visit(own.accounts.viewer, `/${own.id}/companies`);
      const page = await visit(own.accounts.administrator, `/${own.id}/members`);
      await page.getByRole('button', { name: own.accounts.viewer.name }).click();
      await member(page, own.accounts.viewer.name)
        .getByRole('button', { name: 'Remove from the organization' })
        .click();
      const question = page.getByRole('dialog', { name: `Remove ${own.accounts.viewer.name}?` });
      await question.getByRole('button', { name: 'Remove from the organization' }).click();
      await question.waitFor({ state: 'detached' });
      await becomes(() => page.getByRole('button', { name: own.accounts.viewer.name }).count(), 0);
      expectTrouble(/^answer: 404/);
      await theirs.reload();
      await theirs.getByRole('heading', { name: 'Not found' }).waitFor();
    },
  );

  journey('the last administrator stays', async ({ visit }) => {
    const founder = await stage().account('Solo Founder');
    const page = await visit(founder, '/register');
    await page.getByRole('textbox', { name: 'Name of the organization' }).fill('Solo Estates');
    await page.getByRole('button', { name: 'Register' }).click();
    await page.getByRole('heading', { level: 1, name: 'Solo Estates' }).waitFor();
    await goTo(page, `${new URL(page.url()).pathname}/members`);
    await page.getByRole('button', { name: founder.name, exact: true }).click();
    await member(page, founder.name)
      .getByRole('button', { name: 'Leave the organization' })
      .click();
    const question = page.getByRole('dialog', { name: 'Leave the organization?' });
    await question.getByRole('button', { name: 'Leave the organization' }).click();
    await question
      .getByRole('alert')
      .getByText(/administrator/)
      .waitFor();
  });

  journey(
    'an administrator looks with the eyes of a manager, changes nothing, and ends it',
    async ({ visit }) => {
      const { administrator, manager } = organization.accounts;
      const page = await visit(administrator, at('/members'));
      await page.getByRole('button', { name: manager.name }).click();
      await member(page, manager.name)
        .getByRole('button', { name: `See the portal as ${manager.name}` })
        .click();
      const question = page.getByRole('dialog', { name: `See the portal as ${manager.name}` });
      await question
        .getByRole('textbox', { name: 'Reason' })
        .fill('Asked why Wacker Tower is missing');
      await question.getByRole('button', { name: 'Begin' }).click();
      const banner = page.getByText(`You see the portal as ${manager.name}.`);
      await banner.waitFor();

      await goTo(page, at('/companies'));
      await becomes(() => page.locator('main tbody tr').count(), 1);
      expect(await page.getByRole('button', { name: 'New company' }).count()).toBe(0);
      await goTo(page, at('/units'));
      await page.getByText('20 of 20').or(page.getByText('25 of')).first().waitFor();
      expect(await page.getByRole('link', { name: 'New unit' }).count()).toBe(0);

      await page.getByRole('button', { name: 'End' }).click();
      await banner.waitFor({ state: 'detached' });
      await page.getByText('25 of 39').waitFor();
    },
  );
});
