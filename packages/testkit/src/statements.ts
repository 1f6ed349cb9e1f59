import pg from 'pg';

type Query = (this: unknown, ...args: unknown[]) => unknown;

/**
 * Runs `work` and returns the SQL that this process sent to any database meanwhile, in order.
 * Two at a time would see each other's.
 */
export async function statementsOf(work: () => Promise<unknown>): Promise<string[]> {
  const sent: string[] = [];
  const prototype = pg.Client.prototype as unknown as { query: Query };
  const original = prototype.query;
  prototype.query = function (...args) {
    const [config] = args as [string | { text?: string }];
    sent.push(typeof config === 'string' ? config : (config.text ?? ''));
    return original.apply(this, args);
  };
  try {
    await work();
  } finally {
    prototype.query = original;
  }
  return sent;
}
