import { readDemoAccounts, writeDemoAccounts } from './demo-accounts.js';
import type { DemoAccount } from './demo-accounts.js';
import { describeDemo } from './demo/describe-demo.js';
import { runDemo } from './demo/run-demo.js';
import { Refusal } from './failure.js';
import type { House, Step } from './house.js';
import type { StartOptions } from './start-options.js';

/** Runs the demo at the first start on a data directory; afterwards only tells its accounts. */
export async function firstDemo(
  house: House,
  options: StartOptions,
  step: Step,
  signal: AbortSignal,
): Promise<DemoAccount[]> {
  const known = await readDemoAccounts(options.dataDirectory);
  if (known || !options.demo) return known ?? [];
  const properties = house.places.find(({ name }) => name === 'properties');
  if (!properties) throw new Refusal('The demo needs the properties room.');
  const result = await step('Demo portfolio', (say) =>
    runDemo(house, {
      propertiesUrl: properties.url,
      signal,
      onProgress: (what, done, total) => say(`${done} of ${total} organizations ${what}`),
    }),
  );
  process.stdout.write(
    `${describeDemo(result)}\nnpm run demo prints every correction and rejection.\n`,
  );
  await writeDemoAccounts(options.dataDirectory, result.accounts);
  return result.accounts;
}
