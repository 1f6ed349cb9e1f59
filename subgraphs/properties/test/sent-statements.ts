import { statementsOf } from '@propertea/testkit';

/** Begin and end of transactions, and what goes on beside every request: the bus, due moments, snapshots, the worker of imports. */
const ASIDE =
  /^(begin|commit|rollback|listen)|\bbus\.|\.(outbox where|inbox|schedules|snapshots)|import_jobs/;

/** Runs `work` and returns the SQL that the room sent for it, parameters in place. */
export async function sentBy<T>(work: () => Promise<T>): Promise<{ answer: T; sent: string[] }> {
  const answers: T[] = [];
  const statements = await statementsOf(async () => {
    answers.push(await work());
  });
  const [answer] = answers as [T];
  return { answer, sent: statements.filter((sql) => !ASIDE.test(sql)) };
}
