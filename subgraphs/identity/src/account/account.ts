import type { Sql } from '../platform-store.js';

/** Who can sign in at the embedded issuer; its id is the `sub` of the tokens. */
export interface Account {
  id: string;
  email: string;
  name: string;
  passwordHash: string;
  passwordChangedAt: Date;
}

const COLUMNS = 'id, email, name, password_hash, password_changed_at';

function toAccount(row: Record<string, unknown> | undefined): Account | undefined {
  if (!row) return undefined;
  const changed = row.password_changed_at;
  return {
    id: String(row.id),
    email: String(row.email),
    name: String(row.name),
    passwordHash: String(row.password_hash),
    passwordChangedAt: changed instanceof Date ? changed : new Date(String(changed)),
  };
}

export async function findAccount(sql: Sql, id: string): Promise<Account | undefined> {
  const rows = await sql(`select ${COLUMNS} from identity.accounts where id::text = ?`, [id]);
  return toAccount(rows[0]);
}

export async function findAccountByEmail(sql: Sql, key: string): Promise<Account | undefined> {
  const rows = await sql(`select ${COLUMNS} from identity.accounts where email_key = ?`, [key]);
  return toAccount(rows[0]);
}

/** Adds an account with a confirmed address, or returns undefined where the address is taken. */
export async function insertAccount(
  sql: Sql,
  account: { id: string; email: string; emailKey: string; name: string; passwordHash: string },
  now: Date,
): Promise<Account | undefined> {
  const rows = await sql(
    `insert into identity.accounts
       (id, email, email_key, name, password_hash, password_changed_at, created_at)
     values (?, ?, ?, ?, ?, ?, ?) on conflict (email_key) do nothing returning ${COLUMNS}`,
    [account.id, account.email, account.emailKey, account.name, account.passwordHash, now, now],
  );
  return toAccount(rows[0]);
}

/** Ends what an account is signed in to: sessions, grants, codes and refresh tokens. */
export async function endSessions(sql: Sql, accountId: string): Promise<void> {
  await sql('delete from identity.oidc_models where account_id = ?', [accountId]);
}
