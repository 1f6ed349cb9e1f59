import { z } from 'zod';
import { expectPositionals, runCommand } from '../command.js';
import { Refusal } from '../failure.js';
import { askPlatform, findPerson } from '../people.js';
import { connectRunning } from '../running.js';

const answerShape = z.object({
  appointOperator: z.object({ errors: z.array(z.object({ message: z.string() })) }).nullable(),
});

await runCommand({
  help: `npm run operator:create -- --email <email>

Makes a person an operator of the platform. They must have signed in once, with a verified address. The platform must run.

  --email <email>   whom
`,
  options: { email: { type: 'string' } },
  async run(line) {
    expectPositionals(line);
    const email = line.required('email');
    const house = await connectRunning(line.dataDirectory);
    const person = await findPerson(house, email);
    if (!person) {
      throw new Refusal(
        `Nobody with the verified address ${email} has signed in yet; register at ${house.url}/auth/login first.`,
      );
    }
    const query = `mutation ($userId: ID!) {
      appointOperator(input: { userId: $userId }) { errors { message } }
    }`;
    const variables = { userId: person.userId };
    const data = await askPlatform(house, 'organizations', query, variables, answerShape);
    const [error] = data.appointOperator?.errors ?? [];
    if (error) throw new Refusal(error.message);
    console.log(`${person.email} is an operator now (it may take half a minute to show).`);
  },
});
