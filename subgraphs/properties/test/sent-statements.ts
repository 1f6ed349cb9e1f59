import { isOfRequest, statementsOf } from '@propertea/testkit';

/** Begin and end of transactions, and the worker of imports. */
const ASIDE = /^(begin|rollback|listen)|import_jobs/;

/** Runs `work` and returns the SQL that the room sent for it, parameters in place. */
export async function sentBy<T>(work: () => Promise<T>): Promise<{ answer: T; sent: string[] }> {
  const answers: T[] = [];
  const statements = await statementsOf(async () => {
    answers.push(await work());
  });
  const [answer] = answers as [T];
  return { answer, sent: statements.filter((sql) => isOfRequest(sql) && !ASIDE.test(sql)) };
}
