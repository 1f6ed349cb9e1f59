import { expectPositionals, runCommand } from '../command.js';
import { readDemoAccounts } from '../demo-accounts.js';
import { readEnvironment } from '../environment.js';
import { Refusal } from '../failure.js';
import { describeAccount, findPerson, tokenFor } from '../people.js';
import { connectRunning } from '../running.js';

await runCommand({
  help: `npm run token -- --as <email>
npm run token -- --list

Prints an access token of the embedded OpenID provider for scripts, and nothing else; or the demo accounts as JSON.
The platform must run. Not for production, and not with OIDC_ISSUER.

  --as <email>   whose token
  --list         [{ email, personas, organizations: [{ id, name }] }]
`,
  options: { as: { type: 'string' }, list: { type: 'boolean' } },
  async run(line) {
    expectPositionals(line);
    const { mode } = readEnvironment();
    if (mode === 'production') {
      throw new Refusal(
        'PROPERTEA_MODE=production: tokens come from the OpenID provider only, never from this command.',
      );
    }
    if (line.flag('list') === (line.text('as') !== undefined)) {
      throw new Refusal('Say either --as <email> or --list.', 2);
    }
    const house = await connectRunning(line.dataDirectory);
    if (!house.runtime.embeddedIssuer) {
      throw new Refusal(
        `People sign in at ${house.issuer}: get the token there, this command knows the embedded provider only.`,
      );
    }
    if (!line.flag('list')) {
      process.stdout.write(`${await tokenFor(house, line.required('as'))}\n`);
      return;
    }
    const accounts = (await readDemoAccounts(line.dataDirectory)) ?? [];
    const people = await Promise.all(accounts.map(({ email }) => findPerson(house, email)));
    const listed = await Promise.all(
      people.flatMap((person) => (person ? [describeAccount(house, person)] : [])),
    );
    process.stdout.write(`${JSON.stringify(listed, null, 2)}\n`);
  },
});
