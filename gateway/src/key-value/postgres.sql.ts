import pg from 'pg';

/** The login role of the gateway; it may use the schema `gateway` and nothing else. */
export const GATEWAY_ROLE = 'gateway_login';

const { escapeIdentifier, escapeLiteral } = pg;

/**
 * SQL, to be run once by an administrator and safe to repeat, that creates the login role and the
 * schema `gateway` with the table of the key-value port. The table is logged, so that a crash signs
 * nobody out. No other role may read it; the session store encrypts its values besides.
 */
export function keyValueProvisioningSql(options: { password: string; role?: string }): string {
  const role = options.role ?? GATEWAY_ROLE;
  const name = escapeIdentifier(role);
  const password = escapeLiteral(options.password);
  return `
do $$ begin
  if not exists (select from pg_roles where rolname = ${escapeLiteral(role)}) then
    create role ${name} login noinherit;
  end if;
exception when duplicate_object or unique_violation then null;
end $$;
alter role ${name} with login noinherit nosuperuser nocreatedb nocreaterole password ${password};
create schema if not exists gateway;
revoke all on schema gateway from public;
create table if not exists gateway.key_values (
  key text primary key,
  value text not null,
  expires_at timestamptz not null
);
create index if not exists key_values_expires_at on gateway.key_values (expires_at);
revoke all on gateway.key_values from public;
grant usage on schema gateway to ${name};
grant select, insert, update, delete on gateway.key_values to ${name};
`;
}
