import type { EntityManager } from '@mikro-orm/postgresql';
import type { SessionContext } from '@mikro-orm/core';
import {
  type Clock,
  demandScope,
  DomainError,
  type Identity,
  type Issue,
  readOnlyRefusal,
} from '@propertea/kernel';
import type { z } from 'zod';
import { type Actor, Journal } from './journal.js';
import { sessionFor } from './session.js';
import type { Store } from './store.js';
import { translateViolation, type Violations } from './violations.js';

/** What a command has in hand while it runs, all of it inside its one transaction. */
export interface CommandScope<Input> {
  input: Input;
  em: EntityManager;
  identity: Identity;
  requestId: string;
  now: Date;
  audit: Journal['audit'];
  emit: Journal['emit'];
  /** For bulk writes; single changes use `audit` and `emit`. */
  journal: Journal;
  /** With which the room was started; only the room knows their shape. */
  settings: unknown;
}

/** One write: its name, the shape of its input, and what it does. Knows no GraphQL. */
export interface Command<Schema extends z.ZodType, Result> {
  name: string;
  input: Schema;
  /** Under which role and variables it runs; the caller's own unless said otherwise. */
  session?: (input: z.output<Schema>, identity: Identity, room: string) => SessionContext;
  /** Whether also those carry it out who may only read: for what ends their reading. */
  readersToo?: boolean;
  run: (scope: CommandScope<z.output<Schema>>) => Promise<Result>;
}

const inputs = new Map<string, z.ZodType>();

/** The inputs of all commands that were defined in this process, by the command's name. */
export const commandInputs: ReadonlyMap<string, z.ZodType> = inputs;

export function defineCommand<Schema extends z.ZodType, Result>(
  command: Command<Schema, Result>,
): Command<Schema, Result> {
  inputs.set(command.name, command.input);
  return command;
}

/** The parts of a room that a command needs. */
export interface CommandServices {
  store: Store;
  clock: Clock;
  violations: Violations;
  settings?: unknown;
  /** Called after a commit that may have left rows in the outbox. */
  published: () => void;
}

/**
 * Runs one command in one transaction. Throws a DomainError for every expected failure (nothing is
 * written then) and a Fault for missing rights: who may only read has none, nor has an API client without
 * the scope to write here.
 */
export async function executeCommand<Schema extends z.ZodType, Result>(
  services: CommandServices,
  command: Command<Schema, Result>,
  rawInput: unknown,
  actor: Actor,
): Promise<Result> {
  if (actor.identity.readOnly && !command.readersToo) throw readOnlyRefusal();
  demandScope(actor.identity, services.store.room, 'write');
  const input = parseInput(command.input, rawInput);
  const { store, clock, settings } = services;
  const session =
    command.session?.(input, actor.identity, store.room) ?? sessionFor(store.room, actor.identity);
  const organizationId = String(session.variables?.['app.organization_id'] ?? '') || null;
  const now = clock.now();
  try {
    const result = await store.transaction(session, async (em) => {
      const journal = new Journal(store.room, em, actor, organizationId, now);
      const { audit, emit } = journal;
      const { identity, requestId } = actor;
      const scope = { input, em, identity, requestId, now, audit, emit, journal, settings };
      const done = await command.run(scope);
      await em.flush();
      await journal.write();
      return done;
    });
    services.published();
    return result;
  } catch (error) {
    throw translateViolation(error, services.violations);
  }
}

/** The input as the schema makes it. Throws a DomainError with every issue at its path below `input`. */
export function parseInput<Schema extends z.ZodType>(
  schema: Schema,
  raw: unknown,
): z.output<Schema> {
  const unstorable = [...unstorableTexts(raw, ['input'])];
  if (unstorable.length > 0) throw DomainError.all(unstorable);
  const parsed = schema.safeParse(raw);
  if (parsed.success) return parsed.data;
  throw DomainError.all(parsed.error.issues.map(toIssue));
}

/** What no text column and no JSON takes: the character NUL and halves of a surrogate pair. */
const UNSTORABLE = /[\0\p{Surrogate}]/u;

function* unstorableTexts(value: unknown, path: (string | number)[]): Generator<Issue> {
  if (typeof value === 'string') {
    if (!UNSTORABLE.test(value)) return;
    const message = 'The text holds characters that cannot be kept.';
    yield { code: 'INVALID_INPUT', message, path };
  } else if (Array.isArray(value)) {
    for (const [index, item] of value.entries()) yield* unstorableTexts(item, [...path, index]);
  } else if (typeof value === 'object' && value !== null) {
    for (const [key, item] of Object.entries(value)) yield* unstorableTexts(item, [...path, key]);
  }
}

function toIssue(issue: z.core.$ZodIssue): Issue {
  const custom = issue.code === 'custom' ? issue.params?.['userErrorCode'] : undefined;
  return {
    code: typeof custom === 'string' ? custom : 'INVALID_INPUT',
    message: issue.message,
    path: ['input', ...issue.path.map((key) => (typeof key === 'number' ? key : String(key)))],
  };
}
