import { becomes, goTo, ready } from './support/page';
import { describePortal } from './support/play';

describePortal(
  'while something is down',
  ({ stage, journey }) => {
    journey(
      'a room costs its own part of a page, and comes back by a press',
      async ({ visit, expectTrouble }) => {
        const { id, accounts } = await stage().organization();
        expectTrouble(/UPSTREAM_UNAVAILABLE/);
        await stage().setRoom('properties', false);
        const page = await visit(accounts.administrator, `/${id}`);
        await page.getByText('This part does not answer right now').first().waitFor();
        await goTo(page, `/${id}/companies`);
        await page.getByRole('link', { name: 'Lakeview Homes' }).waitFor();
        await goTo(page, `/${id}/units`);
        const retry = page.getByRole('button', { name: 'Try again' });
        await retry.waitFor();
        await stage().setRoom('properties', true);
        await retry.click();
        await page.getByText('25 of 39').waitFor();

        await stage().setRoom('organizations', false);
        await goTo(page, `/${id}/units`).catch(() => undefined);
        await page.getByText('This part does not answer right now').first().waitFor();
        await stage().setRoom('organizations', true);
      },
    );

    journey(
      'the gateway leaves a plain page that leads on once it is back',
      async ({ visit, expectTrouble }) => {
        const { id, accounts } = await stage().organization();
        expectTrouble(/UPSTREAM_UNAVAILABLE/, /^answer: 50[0-9]/);
        const page = await visit(accounts.administrator, `/${id}/companies`);
        await stage().setGateway(false);
        await page.getByRole('searchbox').fill('river');
        await page.getByText('This part does not answer right now').waitFor();
        await page.reload();
        await page.getByText('This part does not answer right now').waitFor();
        await ready(page);
        await stage().setGateway(true);
        await becomes(async () => {
          const retry = page.getByRole('button', { name: 'Try again' });
          if (await retry.isVisible()) await retry.click({ timeout: 1_000 });
          return page.getByRole('link', { name: 'Riverside Rentals' }).isVisible();
        }, true);
      },
    );

    journey('the network is told of, and a form keeps what was typed', async ({ visit }) => {
      const { id, accounts } = await stage().organization('empty');
      const page = await visit(accounts.administrator, `/${id}/companies`);
      await page.getByRole('button', { name: 'New company' }).first().click();
      const form = page.getByRole('dialog', { name: 'New company' });
      await form.getByRole('textbox', { name: 'Name' }).fill('Offline Homes');
      await form.getByRole('textbox', { name: 'Code' }).fill('OFFLINE');
      await form.getByRole('combobox', { name: 'Currency' }).fill('EUR');
      await page.getByRole('option', { name: /^EUR/ }).click();
      await page.context().setOffline(true);
      await page.getByText('You are offline').first().waitFor({ state: 'attached' });
      await form.getByRole('button', { name: 'Create' }).click();
      await form.getByRole('alert').waitFor();
      expect(await form.getByRole('textbox', { name: 'Name' }).inputValue()).toBe('Offline Homes');
      await page.context().setOffline(false);
      await page
        .getByText('You are offline')
        .first()
        .waitFor({ state: 'detached' })
        .catch(() => undefined);
      await form.getByRole('button', { name: 'Create' }).click();
      await page.getByRole('heading', { level: 1, name: 'Offline Homes' }).waitFor();
    });
  },
  { own: true },
);
