import { chromium as pw } from 'playwright-core';
import { mkdirSync, readdirSync, rmSync } from 'node:fs';
const dir = '/tmp/w/shots2';
rmSync(dir, { recursive: true, force: true });
mkdirSync(dir);
const url = 'http://localhost:4001';
const browser = await pw.launch({ executablePath: '/usr/bin/chromium', args: ['--no-sandbox'] });
const errors = [];
const c0 = await browser.newContext();
const p0 = await c0.newPage();
await p0.goto(url);
await p0
  .getByRole('link', { name: /sign in/i })
  .first()
  .click()
  .catch(() => {});
await p0
  .getByLabel('E-mail')
  .fill('admin1@propertea.example')
  .catch(async () => {
    await p0.getByRole('textbox').first().fill('admin1@propertea.example');
  });
await p0.getByLabel('Password').fill('oolong-at-half-past-four');
await p0.getByRole('button', { name: /sign in/i }).click();
await p0.waitForURL(/org_|organization|\/[a-z]+_/i, { timeout: 30000 }).catch(() => {});
await p0.waitForLoadState('networkidle');
console.log(p0.url());
const state = await c0.storageState();
const home = new URL(p0.url()).pathname.split('/')[1];
const only = process.argv.slice(2);
for (const [device, viewport] of [
  ['d', { width: 1440, height: 900 }],
  ['p', { width: 390, height: 844 }],
])
  for (const colorScheme of ['light', 'dark']) {
    const ctx = await browser.newContext({
      viewport,
      colorScheme,
      storageState: state,
      locale: 'en-US',
      reducedMotion: 'reduce',
    });
    const page = await ctx.newPage();
    page.setDefaultTimeout(15000);
    page.on(
      'console',
      (m) => m.type() === 'error' && errors.push(`${page.url()} ${m.text().slice(0, 300)}`),
    );
    page.on('pageerror', (e) => errors.push(`${page.url()} ${e.message}`));
    const settle = async () => {
      await page.waitForLoadState('networkidle').catch(() => {});
      await page
        .waitForFunction(
          () => !document.querySelector('.mantine-Skeleton-root, main [aria-busy="true"]'),
          null,
          { timeout: 8000 },
        )
        .catch(() => errors.push('busy ' + page.url()));
    };
    const go = async (path, name, act) => {
      if (only.length && !only.some((o) => name.startsWith(o))) return;
      try {
        await page.goto(`${url}/${home}${path}`);
        await settle();
        if (act) {
          await act();
          await page.waitForTimeout(500);
        }
        await page.screenshot({ path: `${dir}/${name}-${device}-${colorScheme}.png` });
        const w = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
        if (w > 0) errors.push(`${name} ${device} sideways ${w}`);
      } catch (e) {
        errors.push(`${name} ${device} ${colorScheme}: ${e.message.split('\n')[0]}`);
        await page
          .screenshot({ path: `${dir}/${name}-${device}-${colorScheme}-FAIL.png` })
          .catch(() => {});
      }
    };
    await page.goto(`${url}/${home}/leases?states=ACTIVE`);
    await settle();
    const href = await page.locator('main tbody tr a').first().getAttribute('href');
    const lease = href.slice(home.length + 1);
    await go('', '01-dashboard');
    await go('/leases', '02-leases');
    await go('/leases?ends=90&states=ACTIVE,NOTICE_GIVEN&sort=ENDS_ON', '03-expiring');
    await go('/leases', '04-filters', async () => {
      await page
        .getByRole('button', { name: /^Filter/ })
        .first()
        .click();
    });
    await go(lease, '05-lease');
    await go(lease + '?tab=charges', '06-charges');
    await go(lease + '?tab=renewals', '07-renewals-tab');
    await go(lease + '?tab=history', '08-history');
    await go(lease, '09-menu', async () => {
      await page.getByRole('button', { name: 'More' }).click();
    });
    await go(lease, '10-notice', async () => {
      await page.getByRole('button', { name: 'More' }).click();
      await page.getByRole('menuitem', { name: 'Give notice' }).click();
      await page.getByRole('dialog').waitFor();
      await settle();
    });
    await go(lease, '11-movein', async () => {
      const b = page.getByRole('button', { name: 'Record the move-out' });
      if (await b.isVisible()) await b.click();
      else {
        await page.getByRole('button', { name: 'More' }).click();
        await page.getByRole('menuitem', { name: 'Record the move-out' }).click();
      }
      await page.getByRole('dialog').waitFor();
    });
    await go(lease + '?tab=charges', '12-charge', async () => {
      await page.getByRole('button', { name: 'Add a charge' }).click();
      await page.getByRole('dialog').waitFor();
    });
    await go('/leases/new', '13-wizard-unit', async () => {
      await page.getByRole('combobox').first().click();
    });
    await go('/leases/new', '14-wizard-charges', async () => {
      await page.getByRole('combobox', { name: 'Unit' }).click();
      await page
        .getByRole('option', { name: /Vacant/ })
        .first()
        .click();
      await page.getByRole('button', { name: 'Next' }).click();
      await page.getByRole('textbox', { name: 'Name' }).fill('Grace Hopper');
      await page.getByRole('button', { name: 'Next' }).click();
      await page.getByRole('button', { name: 'Next' }).click();
      await page.getByText('First payment').waitFor();
    });
    await go('/renewals', '15-board');
    await go('/availability', '16-availability');
    await go('/rent-roll', '17-rent-roll');
    await go('/calendar', '18-calendar');
    await ctx.close();
  }
await browser.close();
console.log([...new Set(errors)].join('\n') || 'no errors');
console.log(readdirSync(dir).length);
