import pg from 'pg';
import { GATEWAY_ROLE } from '../key-value/postgres.sql.js';

const { escapeIdentifier } = pg;

/**
 * SQL, to be run by an administrator after the gateway's role and the schema `bus` were made and safe to
 * repeat, that lets the gateway read the feed of events and say which types it wants.
 */
export function eventFeedProvisioningSql(options: { role?: string } = {}): string {
  const name = escapeIdentifier(options.role ?? GATEWAY_ROLE);
  return `
grant usage on schema bus to ${name};
grant select on bus.feed to ${name};
grant select, insert on bus.feed_types to ${name};
drop policy if exists gateway_reads on bus.feed;
create policy gateway_reads on bus.feed for select to ${name} using (true);
`;
}
