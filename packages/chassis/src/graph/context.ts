import type { EntityManager } from '@mikro-orm/postgresql';
import { decodeId, DomainError, type Identity, type IdType } from '@propertea/kernel';
import type { Logger } from 'pino';
import type { z } from 'zod';
import {
  type Actor,
  type Command,
  executeCommand,
  type OpenTransaction,
  sessionFor,
} from '../store/index.js';
import type { RoomServices } from './define-subgraph.js';
import { type AnyDataLoader, createDataLoader, type LoaderDefinition } from './loader.js';
import { organizationOf } from './policy.js';
import type { UserErrorShape } from './user-error.js';

/** A payload as resolvers return it: the errors, and on success what the command changed. */
export type Payload<Fields extends object> = Partial<Fields> & { errors: UserErrorShape[] };

/**
 * One GraphQL request in one room. Reads share one read-only transaction, opened by the first of
 * them; each command has a transaction of its own, and what is read after it sees its effect.
 */
export class RoomContext {
  /** An object of its own: the GraphQL server works on a shallow copy of the context. */
  private readonly state = {
    reading: undefined as Promise<OpenTransaction> | undefined,
    ended: false,
    loaders: new Map<LoaderDefinition<never, unknown>, AnyDataLoader>(),
  };

  constructor(
    readonly services: RoomServices,
    readonly actor: Actor,
    readonly log: Logger,
    /** Of a subscription: ends its source. A source that waits for it lets go of what it holds at once. */
    readonly signal?: AbortSignal,
  ) {}

  get identity(): Identity {
    return this.actor.identity;
  }

  /** The organization in which the caller stands; BAD_USER_INPUT where none was chosen. */
  get organizationId(): string {
    return organizationOf(this.identity);
  }

  /** The entity manager of this request's read-only transaction. */
  async em(): Promise<EntityManager> {
    // Resolvers may outlive their request: an error beside them answers it before they are done.
    if (this.state.ended) throw new Error('The request was answered already.');
    const { store } = this.services;
    this.state.reading ??= store.begin(sessionFor(store.room, this.identity), { readOnly: true });
    return (await this.state.reading).em;
  }

  load<Key, Value>(definition: LoaderDefinition<Key, Value>, key: Key): Promise<Value | null> {
    let loader = this.state.loaders.get(definition);
    if (!loader) {
      loader = createDataLoader(this, definition);
      this.state.loaders.set(definition, loader);
    }
    return loader.load(key) as Promise<Value | null>;
  }

  /** Loads by an edge id; a malformed one is one that does not exist. */
  async loadById<Value>(
    definition: LoaderDefinition<string, Value>,
    type: IdType,
    id: string,
  ): Promise<Value | null> {
    const uuid = decodeId(type, id);
    return uuid === undefined ? null : this.load(definition, uuid);
  }

  /**
   * Carries out a command and builds its payload: `fields` on success, `errors` where the domain
   * refused. Missing rights and bugs stay top-level errors.
   */
  async run<Schema extends z.ZodType, Result, Fields extends object>(
    command: Command<Schema, Result>,
    input: unknown,
    fields: (result: Result) => Fields | Promise<Fields>,
  ): Promise<Payload<Fields>> {
    await this.close();
    try {
      const result = await executeCommand(this.services, command, input, this.actor);
      return { ...(await fields(result)), errors: [] };
    } catch (error) {
      if (!(error instanceof DomainError)) throw error;
      const errors = error.issues.map(({ code, message, path }) => ({
        code,
        message,
        path: path.map(String),
      }));
      return { errors } as unknown as Payload<Fields>;
    }
  }

  /** Ends the read transaction and forgets what was loaded; the next read opens a new one. */
  async close(): Promise<void> {
    this.state.loaders.clear();
    const reading = this.state.reading;
    this.state.reading = undefined;
    // Whoever reads is told that it could not begin.
    const transaction = await reading?.catch(() => undefined);
    await transaction?.rollback();
  }

  /** Ends the request: whatever still runs reads nothing more. */
  async end(): Promise<void> {
    this.state.ended = true;
    await this.close();
  }
}
