import type { Logger } from '@propertea/chassis/runtime';
import { Fault } from '@propertea/kernel';
import type { Request, Response } from 'express';
import type { FormattedExecutionResult } from 'graphql';
import { HttpFault } from '../guards/body.js';
import type { GraphQLBody } from '../guards/body.js';
import type { Caller } from '../identity/caller.js';
import { unavailable } from '../identity/faults.js';
import { digest, placeOf } from './entries.js';
import type { Entries, Entry, Found } from './entries.js';
import { idempotencyKeyOf } from './idempotency-key.js';

/** An operation ends with its time budget; its answer is written a little later. */
const SLACK_SECONDS = 10;
const RETRY_AFTER_SECONDS = 2;

export interface Answer {
  readonly status: number;
  readonly result: FormattedExecutionResult;
}

export interface Keyed {
  readonly request: Request;
  readonly response: Response;
  readonly caller: Caller;
  readonly body: GraphQLBody;
  /** Whether a room may have been asked to change anything so far. */
  reached(): boolean;
}

/**
 * Mutations with the header `Idempotency-Key` are carried out once: the same key again has the same answer, without
 * a room being asked. What was refused before a room was reached frees its key.
 */
export class Idempotency {
  constructor(
    private readonly parts: {
      entries: Entries;
      /** Which graph it is; keys of two graphs are two keys. */
      graph: string;
      timeoutMs: number;
      logger: Logger;
    },
  ) {}

  /**
   * Carries out `work`, or tells the answer that there was. Throws `Fault`: 422 for another mutation under the key, 409
   * (CONFLICT) while it is carried out and where nobody knows what came of it, UPSTREAM_UNAVAILABLE without the store.
   */
  async once(keyed: Keyed, work: () => Promise<Answer>): Promise<Answer> {
    const key = idempotencyKeyOf(keyed.request);
    if (key === undefined) return work();
    const place = placeOf([this.parts.graph, ...callerIn(keyed)], key);
    const { query, variables, operationName } = keyed.body;
    const fingerprint = digest([query, variables, operationName ?? null]);
    const before = await this.#claim(place, fingerprint);
    if (before) return this.#again(before, fingerprint, keyed.response);
    return this.#carryOut(place, fingerprint, keyed, work);
  }

  async #claim(place: string, fingerprint: string): Promise<Found | undefined> {
    try {
      return await this.parts.entries.claim(place, fingerprint);
    } catch (error) {
      throw unavailable('Nothing was carried out: the store of idempotency keys', error);
    }
  }

  #again({ entry, age }: Found, fingerprint: string, response: Response): Answer {
    // Of one that cannot be opened any more nothing is known, nor what was asked.
    if (entry.fingerprint !== fingerprint && entry.fingerprint !== '') throw otherMutation();
    if (entry.state === 'answered') {
      if (!entry.result) throw conflict(`${DONE} Its answer was too large to be kept: ${READ}`);
      response.setHeader('idempotency-replayed', 'true');
      return { status: entry.status, result: entry.result };
    }
    const isOver = age > this.parts.timeoutMs / 1_000 + SLACK_SECONDS;
    if (entry.state === 'unknown' || isOver) throw conflict(UNKNOWN);
    response.setHeader('retry-after', RETRY_AFTER_SECONDS);
    throw conflict('A mutation with this Idempotency-Key is being carried out. Ask again.');
  }

  async #carryOut(
    place: string,
    fingerprint: string,
    keyed: Keyed,
    work: () => Promise<Answer>,
  ): Promise<Answer> {
    let entry: Entry = { state: 'unknown', fingerprint };
    try {
      const answer = await work();
      const { status, result } = answer;
      entry = { state: 'answered', fingerprint, status, result };
      return answer;
    } finally {
      const written = keyed.reached()
        ? this.parts.entries.write(place, entry)
        : this.parts.entries.free(place);
      // It was carried out, and is not carried out again: who asks is told that nobody knows.
      await written.catch((error: unknown) =>
        this.parts.logger.error({ err: error }, 'the answer of an idempotency key was not kept'),
      );
    }
  }
}

/** What makes a caller another one. */
function callerIn({ caller: { credential, identity } }: Keyed): readonly unknown[] {
  const { subject, persona, organizationId, viewAs } = identity;
  if (subject === null) {
    throw new Fault(
      'UNAUTHENTICATED',
      'An Idempotency-Key is kept for those who say who they are: sign in, or leave it out.',
    );
  }
  return [credential === 'key', subject, persona, organizationId, viewAs?.id ?? null];
}

const READ = 'read what it changed before you send it again, under a new key.';
const DONE = 'The mutation with this Idempotency-Key was carried out.';
const UNKNOWN = `Whether the mutation with this Idempotency-Key was carried out is not known: ${READ}`;

const conflict = (message: string) => new HttpFault(409, 'CONFLICT', message);

const otherMutation = () =>
  new HttpFault(
    422,
    'BAD_USER_INPUT',
    'This Idempotency-Key was sent with another mutation or other variables: send each under a key of its own.',
  );
