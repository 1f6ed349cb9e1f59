import { createRequire } from 'node:module';

type Query = (this: unknown, ...args: unknown[]) => unknown;

/** The mapper brings a copy of the driver of its own; statements go through that one. */
function mappersDriver(): { query: Query } {
  const mapper = createRequire(import.meta.url).resolve('@mikro-orm/postgresql');
  const driver = createRequire(mapper)('pg') as { Client: { prototype: { query: Query } } };
  return driver.Client.prototype;
}

/** Relay, consumers, due moments and snapshots look at their tables beside every request. */
const BESIDE = /_worker|_snapshots|\bbus\.|\.(outbox|inbox|schedules|snapshots)\b|^commit/;

/** Whether a statement was sent for a request, and not by what a room does beside them. */
export const isOfRequest = (sql: string): boolean => !BESIDE.test(sql);

/**
 * Runs `work` and returns the SQL that the rooms of this process sent meanwhile, in order. Two at a
 * time would see each other's.
 */
export async function statementsOf(work: () => Promise<unknown>): Promise<string[]> {
  const sent: string[] = [];
  const driver = mappersDriver();
  const original = driver.query;
  driver.query = function (...args) {
    const [config] = args as [string | { text?: string }];
    sent.push(typeof config === 'string' ? config : (config.text ?? ''));
    return original.apply(this, args);
  };
  try {
    await work();
  } finally {
    driver.query = original;
  }
  return sent;
}
