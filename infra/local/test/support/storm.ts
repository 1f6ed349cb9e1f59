import type { GraphQLAnswer } from '@propertea/chassis/runtime';
import { eventually, type Send } from '@propertea/testkit';
import type pg from 'pg';
import { createCompany, idIn } from './office.js';

/** Whom a database failure may be told as; all else would be a wrong answer. */
const OUTAGE = new Set(['UPSTREAM_UNAVAILABLE', 'INTERNAL']);
const PAGE = '{ viewer { email } companies(first: 5) { totalCount } properties { totalCount } }';
const READERS = 3;
const WRITERS = 3;

export interface Storm {
  /** Of the person who reads and creates companies. */
  send: Send;
  /** A superuser in the database of the house. */
  admin: pg.Client;
  /** How many times all connections of the house are cut, a new row of companies between each two. */
  rounds: number;
}

export interface StormReport {
  /** Codes of the companies that were asked for. */
  asked: string[];
  /** Codes of those of which the answer said that they are created. */
  confirmed: string[];
  reads: number;
  failedReads: number;
  /** Backends that were ended. */
  ended: number;
  /** Answers that no outage explains. */
  wrong: string[];
}

/** Reads and creates companies without a pause while all backends of the house are ended again and again. */
export async function storm({ send, admin, rounds }: Storm): Promise<StormReport> {
  const report: StormReport = {
    asked: [],
    confirmed: [],
    reads: 0,
    failedReads: 0,
    ended: 0,
    wrong: [],
  };
  const over = new AbortController();
  const read = async (): Promise<void> => {
    while (!over.signal.aborted) {
      const answer = await send(PAGE);
      report.reads += 1;
      if (answer.errors) report.failedReads += 1;
      const isWhole = Object.values(answer.data ?? {}).filter((part) => part !== null).length === 3;
      if (!isWhole) report.wrong.push(...inexplicable(answer));
    }
  };
  const write = async (): Promise<void> => {
    while (!over.signal.aborted) {
      const code = `S${report.asked.length}`;
      report.asked.push(code);
      const answer = await createCompany(send, code);
      if (idIn(answer, 'createCompany', 'company')) report.confirmed.push(code);
      else report.wrong.push(...inexplicable(answer));
    }
  };
  const workers = [
    ...Array.from({ length: READERS }, read),
    ...Array.from({ length: WRITERS }, write),
  ];
  try {
    for (let round = 0; round < rounds; round++) {
      const before = report.confirmed.length;
      // Work gets done between two cuts, so that each meets it at another place.
      await eventually(
        () => report.confirmed.length - before,
        (done) => done >= 1 + (round % 3),
        30_000,
      );
      report.ended += await endBackends(admin);
    }
  } finally {
    over.abort();
    await Promise.all(workers);
  }
  return report;
}

/** Ends every connection of rooms and gateway to this database; returns how many there were. */
export async function endBackends(admin: pg.Client): Promise<number> {
  const { rowCount } = await admin.query(
    `select pg_terminate_backend(pid) from pg_stat_activity
     where datname = current_database() and pid <> pg_backend_pid() and usename like any (array['%\\_login%', 'gateway\\_%'])`,
  );
  return rowCount ?? 0;
}

function inexplicable(answer: GraphQLAnswer): string[] {
  const errors = answer.errors ?? [];
  if (errors.length === 0) return [JSON.stringify(answer)];
  return errors
    .filter(({ message, extensions }) => {
      const code = String(extensions?.['code']);
      return !OUTAGE.has(code) || (code === 'INTERNAL' && !/request [\w-]{8,}/i.test(message));
    })
    .map((error) => JSON.stringify(error));
}

/**
 * What is wrong about the companies of the organization after the storm: each must have one entry in the
 * audit log, one fact in the outbox and one copy in `properties`, and nobody else's may have any.
 */
export async function askew(
  admin: pg.Client,
  organizationId: string,
  report: StormReport,
): Promise<{ companies: number; findings: string[] }> {
  const { rows } = await admin.query<{ code: string; id: string; sums: number[] }>(
    `select code, id, array[
       (select count(*) from organizations.audit_entries a where a.aggregate_id = c.id and a.action = 'company.created'),
       (select count(*) from organizations.outbox o where o.subject like '%' || c.id and o.type like 'company.created%'),
       (select count(*) from properties.companies p where p.id = c.id and p.code = c.code)
     ]::int[] as sums from organizations.companies c where organization_id = $1`,
    [organizationId],
  );
  const kept = new Set(rows.map(({ code }) => code));
  const { rows: totals } = await admin.query<{ what: string; count: number }>(
    `select 'audit' as what, count(*)::int from organizations.audit_entries where organization_id = $1 and action = 'company.created'
     union all select 'outbox', count(*)::int from organizations.outbox where organization_id = $1 and type like 'company.created%'
     union all select 'copy', count(*)::int from properties.companies where organization_id = $1
     union all select 'inbox', count(*)::int from properties.inbox where organization_id = $1
       and event_id in (select id from organizations.outbox where type like 'company.created%')`,
    [organizationId],
  );
  const findings = [
    ...report.confirmed.filter((code) => !kept.has(code)).map((code) => `${code} was lost`),
    ...[...kept].filter((code) => !report.asked.includes(code)).map((code) => `who made ${code}?`),
    ...rows
      .filter(({ sums }) => sums.some((sum) => sum !== 1))
      .map(({ code, sums }) => `${code}: audit, outbox, copy ${sums.join(', ')}`),
    ...totals
      .filter(({ count }) => count !== rows.length)
      .map(({ what, count }) => `${what}: ${count} for ${rows.length} companies`),
  ];
  return { companies: rows.length, findings };
}

/** A question to each room, and the table that it reads. */
const READ: Record<string, { table: string; query: string }> = {
  identity: { table: 'identity.users', query: '{ viewer { email } }' },
  organizations: { table: 'organizations.companies', query: '{ companies { totalCount } }' },
  properties: { table: 'properties.properties', query: '{ properties { totalCount } }' },
};

/**
 * Proves that every room can still use `size` connections at a time: while a table of it is locked, so
 * many of its backends must stand in the queue. Throws after ten seconds with the number that did.
 */
export async function fillPools(
  admin: pg.Client,
  size: number,
  ask: (room: string, query: string) => Promise<GraphQLAnswer>,
): Promise<void> {
  for (const [room, { table, query }] of Object.entries(READ)) {
    await admin.query(`begin; lock table ${table} in access exclusive mode`);
    const answers = Array.from({ length: 2 * size }, () => ask(room, query));
    try {
      await eventually(
        async () => ({ room, size, waiting: await waitingFor(admin, room) }),
        ({ waiting }) => waiting === size,
      );
    } finally {
      await admin.query('commit');
    }
    for (const answer of await Promise.all(answers)) {
      if (answer.errors) throw new Error(`after the storm: ${JSON.stringify(answer.errors)}`);
    }
  }
}

async function waitingFor(admin: pg.Client, room: string): Promise<number> {
  // A transaction sees the same activity for as long as it lasts, unless it asks for a new look.
  await admin.query('select pg_stat_clear_snapshot()');
  const { rows } = await admin.query<{ waiting: number }>(
    `select count(*)::int as waiting from pg_stat_activity
     where datname = current_database() and wait_event_type = 'Lock' and application_name = $1`,
    [`propertea ${room}`],
  );
  return rows[0]?.waiting ?? 0;
}
