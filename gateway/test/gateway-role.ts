import { randomBytes } from 'node:crypto';
import pg from 'pg';
import { keyValueProvisioningSql } from '../src/key-value/postgres.sql.js';
import { eventFeedProvisioningSql } from '../src/live/postgres-feed.sql.js';

const PASSWORD = "it's a secret";

/** Gives a gateway its schema in a database, and returns the address for a login role of its own. */
export async function gatewayRole({ adminUrl }: { adminUrl: string }): Promise<string> {
  const role = `gateway_${randomBytes(5).toString('hex')}`;
  const admin = new pg.Client({ connectionString: adminUrl });
  await admin.connect();
  await admin.query(keyValueProvisioningSql({ role, password: PASSWORD }));
  await admin.query(eventFeedProvisioningSql({ role }));
  await admin.end();
  const url = new URL(adminUrl);
  url.username = role;
  url.password = encodeURIComponent(PASSWORD);
  return url.href;
}
