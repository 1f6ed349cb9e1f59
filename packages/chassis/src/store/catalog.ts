import type { EntityManager } from '@mikro-orm/postgresql';
import { RUNTIME_ROLES } from './platform.sql.js';

const READABLE = /* sql */ `
  exists (select from unnest(?::name[]) r where has_any_column_privilege(r, c.oid, 'select,insert,update'))`;

const CHECKS: readonly { problem: string; sql: string }[] = [
  {
    problem: 'is reachable without forced row-level security',
    sql: /* sql */ `
      select c.relname as name from pg_class c
      where c.relnamespace = ?::regnamespace and c.relkind in ('r','p','v','m','f') and ${READABLE}
      and case when c.relkind in ('r','p') then not (c.relrowsecurity and c.relforcerowsecurity)
                 or not exists (select from pg_policy p where p.polrelid = c.oid)
               when c.relkind = 'v' then not coalesce('security_invoker=true' = any (c.reloptions), false)
               else true end`,
  },
  {
    problem: 'declares no table class (app.protect)',
    sql: /* sql */ `
      select c.relname as name from pg_class c
      where c.relnamespace = ?::regnamespace and c.relkind in ('r','p') and ${READABLE}
      and coalesce(obj_description(c.oid, 'pg_class'), '') !~ '^class: (organization|person|public|platform)$'`,
  },
  {
    problem: 'has a policy that asks neither organization nor person',
    sql: /* sql */ `
      select c.relname || '.' || p.polname as name from pg_class c join pg_policy p on p.polrelid = c.oid
      where c.relnamespace = ?::regnamespace and ${READABLE}
      and obj_description(c.oid, 'pg_class') in ('class: organization', 'class: person')
      and p.polroles && (select array_agg(r::regrole::oid) from unnest(?::text[]) r)
      and coalesce(pg_get_expr(p.polqual, p.polrelid), pg_get_expr(p.polwithcheck, p.polrelid)) !~ 'app\\.'`,
  },
  {
    problem: 'is a foreign key that does not carry the organization',
    sql: /* sql */ `
      select k.conname as name from pg_constraint k join pg_class c on c.oid = k.conrelid
      where c.relnamespace = ?::regnamespace and k.contype = 'f' and ${READABLE}
      and obj_description(c.oid, 'pg_class') = 'class: organization'
      and not exists (select from pg_attribute a where a.attrelid = c.oid and a.attnum = any (k.conkey)
                      and a.attname = 'organization_id')
      and exists (select from pg_attribute a where a.attrelid = k.confrelid and a.attname = 'organization_id')`,
  },
  {
    problem: 'has no index that begins with the organization',
    sql: /* sql */ `
      select c.relname as name from pg_class c
      where c.relnamespace = ?::regnamespace and c.relkind in ('r','p') and ${READABLE}
      and obj_description(c.oid, 'pg_class') = 'class: organization'
      and exists (select from pg_attribute a where a.attrelid = c.oid and a.attname = 'organization_id')
      and not exists (select from pg_index i join pg_attribute a on a.attrelid = c.oid and a.attnum = i.indkey[0]
                      where i.indrelid = c.oid and a.attname = 'organization_id')`,
  },
  {
    problem: 'is a unique index that does not begin with the organization',
    sql: /* sql */ `
      select i.indexrelid::regclass::text as name from pg_class c join pg_index i on i.indrelid = c.oid
      where c.relnamespace = ?::regnamespace and i.indisunique and not i.indisprimary and ${READABLE}
      and obj_description(c.oid, 'pg_class') = 'class: organization'
      and exists (select from pg_attribute a where a.attrelid = c.oid and a.attname = 'organization_id')
      and not exists (select from pg_attribute a where a.attrelid = c.oid and a.attnum = i.indkey[0]
                      and a.attname = 'organization_id')`,
  },
];

/**
 * Looks for holes in the second wall: tables, policies, keys and indexes of one room that would let
 * a forgotten filter show another organization's rows. Returns one sentence per hole.
 * Run after migrating, at boot and in tests.
 */
export async function checkCatalog(em: EntityManager, room: string): Promise<string[]> {
  // The system persona reads across organizations where a migration says so; only the gateway has it.
  const requestRoles = ['staff', 'person', 'operator', 'anonymous'].map(
    (role) => `${room}_${role}`,
  );
  const roles = `{${RUNTIME_ROLES.map((role) => `${room}_${role}`).join(',')}}`;
  const holes: string[] = [];
  for (const { problem, sql } of CHECKS) {
    const parameters = [room, roles, `{${requestRoles.join(',')}}`].slice(
      0,
      sql.split('?::').length - 1,
    );
    const rows = await em.execute<{ name: string }[]>(sql, parameters);
    holes.push(...rows.map((row) => `${room}.${row.name} ${problem}.`));
  }
  const [login] = await em.execute<{ loose: boolean }[]>(
    /* sql */ `select rolsuper or rolbypassrls or rolinherit as loose from pg_roles where rolname = ?`,
    [`${room}_login`],
  );
  if (login?.loose !== false)
    holes.push(`${room}_login bypasses row-level security or inherits rights.`);
  return holes;
}
