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
      and (p.polroles = '{0}' or p.polroles && (select array_agg(r::regrole::oid) from unnest(?::text[]) r))
      and (pg_get_expr(p.polqual, p.polrelid) !~ 'app\\.' or pg_get_expr(p.polwithcheck, p.polrelid) !~ 'app\\.')`,
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
      select x.relname as name from pg_class c join pg_index i on i.indrelid = c.oid join pg_class x on x.oid = i.indexrelid
      where c.relnamespace = ?::regnamespace and i.indisunique and not i.indisprimary and ${READABLE}
      and obj_description(c.oid, 'pg_class') = 'class: organization'
      and exists (select from pg_attribute a where a.attrelid = c.oid and a.attname = 'organization_id')
      and not exists (select from pg_attribute a where a.attrelid = c.oid and a.attnum = i.indkey[0]
                      and a.attname = 'organization_id')`,
  },
  {
    problem: 'is a definer function that everybody may call',
    sql: /* sql */ `
      select p.proname as name from pg_proc p
      where p.pronamespace = ?::regnamespace and p.prosecdef
      and exists (select from aclexplode(coalesce(p.proacl, acldefault('f', p.proowner))) a
                  where a.grantee = 0 and a.privilege_type = 'EXECUTE')`,
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
  const loose = await em.execute<{ name: string }[]>(LOOSE_ROLES, [
    `{${room}_login,${roles.slice(1)}`,
    `${room}_login`,
    `${room}_owner`,
  ]);
  // A superuser belongs to every role; that was said already.
  const shared = loose.length > 0 ? [] : await em.execute<object[]>(SHARED_LOGIN, [room]);
  return [
    ...holes,
    ...loose.map(({ name }) => `${name} bypasses row-level security or inherits rights.`),
    ...shared.map(() => `${room} connects as a role that other rooms share.`),
  ];
}

/** The room's roles, and the one it has really connected as. */
const LOOSE_ROLES = /* sql */ `
  select r.rolname as name from pg_roles r where (r.rolname = any (?::name[]) or r.rolname = session_user)
  and (r.rolsuper or r.rolbypassrls or r.rolname in (?, session_user) and r.rolinherit or pg_has_role(r.oid, ?, 'member'))
  order by 1`;

const SHARED_LOGIN = /* sql */ `
  select from pg_roles r where r.rolname like '%\\_worker' and r.rolname <> ? || '_worker'
  and pg_has_role(session_user, r.oid, 'member') limit 1`;
