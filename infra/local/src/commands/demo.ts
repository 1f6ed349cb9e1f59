import { runCommand } from '../command.js';
import { DEMO_PASSWORD } from '../demo/demo-people.js';
import { describeDemo, describeFindings } from '../demo/describe-demo.js';
import { runDemo } from '../demo/run-demo.js';
import { writeDemoAccounts } from '../demo-accounts.js';
import { Refusal } from '../failure.js';
import { connectRunning } from '../running.js';

await runCommand({
  help: `npm run demo [-- full]

Registers the management companies of the Chicago list as organizations, imports their developments and makes the demo
accounts; what is there stays as it is. Lets 92 % of the units of the five largest, with "full" of all organizations. Prints
every correction and rejection. The platform must run.
`,
  async run(line) {
    const isFull = line.positionals[0] === 'full';
    if (line.positionals.length > (isFull ? 1 : 0)) {
      throw new Refusal('Only "full" may follow: npm run demo -- full', 2);
    }
    const house = await connectRunning(line.dataDirectory);
    const properties = house.runtime.rooms.find(({ name }) => name === 'properties');
    if (!properties) throw new Refusal('The demo needs the properties room.');
    const result = await runDemo(house, {
      propertiesUrl: properties.url,
      letting: isFull ? Infinity : undefined,
      onProgress: (what, done, total) => {
        if (process.stderr.isTTY) {
          process.stderr.write(`\r${done}/${total} organizations ${what}\u001B[K`);
        }
      },
    });
    await writeDemoAccounts(line.dataDirectory, result.accounts);
    console.log(describeFindings(result));
    console.log(`\n${describeDemo(result)}\n\nAccounts, password "${DEMO_PASSWORD}":`);
    for (const { email, what } of result.accounts) console.log(`  ${email.padEnd(24)} ${what}`);
  },
});
