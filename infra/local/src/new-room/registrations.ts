import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { RoomNames } from './names.js';
import type { FileToWrite } from './templates.js';

type Edit = (text: string, names: RoomNames) => string;

/** Puts `added` behind the last line that matches; without one the file has changed its shape. */
function afterLast(text: string, line: RegExp, added: string): string {
  const lines = text.split('\n');
  const index = lines.findLastIndex((each) => line.test(each));
  if (index < 0) throw new Error(`found no line like ${line}`);
  lines.splice(index + 1, 0, added);
  return lines.join('\n');
}

/** Puts `added` before the line that closes the block which begins with `opening`. */
function atEndOf(text: string, opening: RegExp, closing: string, added: string): string {
  const lines = text.split('\n');
  const start = lines.findIndex((each) => opening.test(each));
  const end = lines.indexOf(closing, start);
  if (start < 0 || end < 0) throw new Error(`found no block like ${opening}`);
  lines.splice(end, 0, added);
  return lines.join('\n');
}

/** Adds an element to the array of a statement on one or several lines. */
function intoArray(text: string, statement: RegExp, added: string): string {
  const start = statement.exec(text);
  if (!start) throw new Error(`found no statement like ${statement}`);
  const end = text.indexOf(']', start.index + start[0].length);
  const inside = text.slice(start.index + start[0].length, end).trimEnd();
  const comma = inside.endsWith(',') ? '' : ',';
  return `${text.slice(0, start.index + start[0].length)}${inside}${comma} ${added}${text.slice(end)}`;
}

function intoJson(text: string, change: (value: Record<string, unknown>) => void): string {
  const value: Record<string, unknown> = JSON.parse(text);
  change(value);
  return `${JSON.stringify(value, null, 2)}\n`;
}

function withReference(path: string): Edit {
  return (text, { room }) =>
    intoJson(text, (config) => {
      const references = config['references'];
      if (!Array.isArray(references)) throw new Error('found no list of references');
      references.push({ path: `${path}${room}` });
    });
}

/** Replaces the first match; without one the file has changed its shape. */
function replaced(text: string, pattern: RegExp, by: (match: string) => string): string {
  if (!pattern.test(text)) throw new Error(`found nothing like ${pattern}`);
  return text.replace(pattern, by);
}

function composeService(room: string): string {
  const missing = '?run node infra/docker/make-env.mjs';
  const name = room.toUpperCase();
  const login = `\${${name}_LOGIN_PASSWORD:${missing}}`;
  const broker = `\${${name}_AMQP_PASSWORD:${missing}}`;
  return `  ${room}:
    <<: *room
    image: propertea/${room}
    build: { context: ., dockerfile: infra/docker/Dockerfile, args: { ROOM: ${room} } }
    environment:
      <<: *room-environment
      DATABASE_URL: postgres://${room}_login:${login}@postgres:5432/propertea
      AMQP_URL: amqp://${room}:${broker}@rabbitmq:5672/propertea
`;
}

/** Every place that names the rooms one by one. */
const edits: Record<string, Edit> = {
  'tsconfig.json': withReference('subgraphs/'),
  'infra/local/tsconfig.json': withReference('../../subgraphs/'),
  'infra/local/package.json': (text, { room }) =>
    intoJson(text, (manifest) => {
      manifest['dependencies'] = {
        ...(manifest['dependencies'] as Record<string, string>),
        [`@propertea/${room}`]: '0.0.1',
      };
    }),
  'infra/local/src/rooms.ts': (text, { room }) =>
    intoArray(
      afterLast(text, /^import .* from '@propertea\//, `import ${room} from '@propertea/${room}';`),
      /export const rooms[^=]*= \[/,
      room,
    ),
  'docker-compose.yml': (text, { room }) => {
    const served = replaced(text, /^ {2}gateway:$/m, (line) => `${composeService(room)}\n${line}`);
    const reached = replaced(served, /^ {6}ROOMS: '\{.*(?=\}'$)/m, (line) => {
      return `${line},"${room}":"http://${room}:4000"`;
    });
    const name = `${room.toUpperCase()}_AMQP_HASH`;
    const known = afterLast(
      reached,
      /^ {6}[A-Z_]+_AMQP_HASH: /,
      `      ${name}: \${${name}:?run node infra/docker/make-env.mjs}`,
    );
    const named = replaced(known, /^ {6}ROOMS: [a-z][a-z0-9,-]*$/m, (line) => `${line},${room}`);
    const healthy = `${room}: { condition: service_healthy }`;
    return replaced(named, /^ {6}properties: \{ condition: service_healthy \}$/m, (line) => {
      return `${line}\n      ${healthy}`;
    });
  },
  '.env.example': (text, { room }) => {
    const name = room.toUpperCase();
    const login = afterLast(text, /^[A-Z_]+_LOGIN_PASSWORD=$/, `${name}_LOGIN_PASSWORD=`);
    const broker = `${name}_AMQP_PASSWORD=\n${name}_AMQP_HASH=`;
    return afterLast(login, /^[A-Z_]+_AMQP_HASH=$/, broker);
  },
  // How the isolation suite makes one (R46).
  'packages/testkit/src/seed/recipes.ts': (text, { Type }) =>
    atEndOf(
      text,
      /^export const recipes/,
      '};',
      `  ${Type}: ({ organization }) => organization.plain('${Type}'),`,
    ),
  'infra/local/test/support/rights.ts': (text, { Type }) =>
    atEndOf(
      text,
      /^export const rights/,
      '};',
      `  create${Type}: { roles: WRITERS, reach: 'organization', seenBy: 'everybody' },`,
    ),
  'packages/kernel/src/id.ts': (text, { Type, prefix }) =>
    atEndOf(text, /^export const ID_PREFIXES = \{/, '} as const;', `  ${Type}: '${prefix}',`),
  'schema/events/index.ts': (text, { room, one }) => {
    const imported = afterLast(
      text,
      /^(import|\}) .*from '\.\//,
      `import { ${one}Created } from './${room}.js';`,
    );
    const exported = afterLast(imported, /^export \* from/, `export * from './${room}.js';`);
    return atEndOf(exported, /^export const eventsByRoom/, '};', `  ${room}: [${one}Created],`);
  },
};

function eventFile({ one, event, room }: RoomNames): FileToWrite {
  const content = `import { defineEvent } from '@propertea/kernel';
import { z } from 'zod';
import { id } from './shapes.js';

export const ${one}Created = defineEvent({
  type: '${event}.created',
  version: 1,
  data: z.object({ ${one}Id: id, organizationId: id, name: z.string().min(1).max(200) }),
});
`;
  return { path: `schema/events/${room}.ts`, content };
}

/** The files of others that have to name the new room, as they read with it. Nothing is written. */
export async function registrations(root: string, names: RoomNames): Promise<FileToWrite[]> {
  const changed = await Promise.all(
    Object.entries(edits).map(async ([path, edit]) => {
      const text = await readFile(join(root, path), 'utf8');
      try {
        return { path, content: edit(text, names) };
      } catch (cause) {
        const reason = cause instanceof Error ? cause.message : String(cause);
        throw new Error(`${path} cannot take the room ${names.room}: ${reason}.`, { cause });
      }
    }),
  );
  return [...changed, eventFile(names)];
}
