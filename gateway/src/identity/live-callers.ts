import type { Logger } from '@propertea/chassis/runtime';
import { Fault } from '@propertea/kernel';
import { setTimeout as pause } from 'node:timers/promises';
import type { KeyValue } from '../key-value/key-value.js';
import { SESSION_ENDED } from '../session/sessions.js';
import type { Sessions } from '../session/sessions.js';
import type { Caller, Callers, Standing } from './caller.js';
import type { Principal } from './principal.js';

/** Why somebody is no longer who they were: credentials over, other rights, or nobody can say. */
export type Ending = 'credentials' | 'rights' | 'unknown';

export interface LiveCallersParts {
  callers: Callers;
  sessions: Sessions;
  keyValue: KeyValue;
  /** Tells of every change of what is known of people, and where it was made; returns how to stop. */
  onForgotten(listener: (organizationId?: string) => void): () => void;
  /** How often everybody is looked at without any notice, in ms. */
  recheckMs: number;
  logger: Logger;
}

/** So many are looked up at a time when everybody may have changed. */
const AT_ONCE = 16;
/** Before somebody is let go because nobody can say who they are, that is asked once more. */
const AGAIN_MS = 500;
/** What is due by now is looked at a moment later, so that nothing is looked at without end. */
const SOONEST_MS = 200;
const LATEST_MS = 24 * 3_600_000;

/**
 * Who has something open, such as a socket. Everybody is watched once, however much they have open, and
 * all of it ends as soon as their session or token is over, they sign out anywhere, or their rights are
 * other ones than they were.
 */
export class LiveCallers {
  readonly #watched = new Map<string, Watched>();
  readonly #stops: (() => unknown)[] = [];
  #sweeping: Promise<void> | undefined;
  /** What is to be looked at, and of whom first. */
  #due: { sessionsToo: boolean; first: Set<string> } | undefined;

  constructor(private readonly parts: LiveCallersParts) {}

  /** How many different callers are watched. */
  get size(): number {
    return this.#watched.size;
  }

  /** Begins to listen to the other gateway processes. */
  async start(): Promise<void> {
    this.#stops.push(
      this.parts.onForgotten((organizationId) => this.#sweep(false, organizationId)),
      await this.parts.keyValue.subscribe(SESSION_ENDED, {
        message: (key) => this.#endSession(key),
        gap: () => this.#sweep(true),
      }),
    );
  }

  async stop(): Promise<void> {
    for (const stop of this.#stops.splice(0)) await stop();
    for (const watched of this.#watched.values()) clearTimeout(watched.timer);
    this.#watched.clear();
    await this.#sweeping;
  }

  /** Calls `end`, at most once, when the caller is no longer who they are. Returns how to stop watching. */
  watch(caller: Caller, end: (why: Ending) => void): () => void {
    const { standing } = caller;
    if (!standing) return () => undefined;
    const key = JSON.stringify(standing);
    const known = this.#watched.get(key);
    const watched = known ?? new Watched(key, standing, caller);
    watched.ends.add(end);
    this.#watched.set(key, watched);
    // Also the first time: what they were found by may have changed since.
    if (!known || known.rights !== rightsOf(caller)) void this.#check(watched);
    return () => {
      watched.ends.delete(end);
      if (watched.ends.size === 0) this.#forget(watched);
    };
  }

  #endSession(key: string): void {
    for (const watched of this.#watched.values()) {
      if (watched.standing.sessionKey === key) this.#end(watched, 'credentials');
    }
  }

  /** Looks at everybody; notices that come meanwhile make it look once more. */
  #sweep(sessionsToo: boolean, organizationId?: string): void {
    const first = this.#due?.first ?? new Set();
    if (organizationId) first.add(organizationId);
    this.#due = { sessionsToo: sessionsToo || this.#due?.sessionsToo === true, first };
    this.#sweeping ??= this.#sweepAll().finally(() => (this.#sweeping = undefined));
  }

  async #sweepAll(): Promise<void> {
    while (this.#due) {
      const { sessionsToo, first } = this.#due;
      this.#due = undefined;
      const isFirst = ({ organizationId }: Watched) => first.has(organizationId ?? '');
      const all = [...this.#watched.values()]
        .toSorted((a, b) => Number(isFirst(b)) - Number(isFirst(a)))
        .values();
      const worker = async () => {
        for (const watched of all) await this.#check(watched, sessionsToo);
      };
      await Promise.all(Array.from({ length: AT_ONCE }, worker));
    }
  }

  async #check(watched: Watched, sessionToo = true): Promise<void> {
    if (this.#watched.get(watched.key) !== watched) return;
    clearTimeout(watched.timer);
    const found = await this.#look(watched, sessionToo).catch(async (error: unknown) => {
      if (endingOf(error) !== 'unknown') return endingOf(error);
      await pause(AGAIN_MS);
      return this.#look(watched, sessionToo).catch((failure: unknown) => {
        this.parts.logger.warn({ err: failure }, 'it cannot be told who has sockets open');
        return endingOf(failure);
      });
    });
    if (typeof found !== 'number') return this.#end(watched, found);
    if (this.#watched.get(watched.key) !== watched) return;
    const inMs = Math.min(Math.max(found - Date.now(), SOONEST_MS), LATEST_MS);
    clearTimeout(watched.timer);
    watched.timer = setTimeout(() => void this.#check(watched), inMs);
    watched.timer.unref();
  }

  /** When to look again, or why there is an end. */
  async #look(watched: Watched, sessionToo: boolean): Promise<number | Ending> {
    const { callers, sessions, recheckMs } = this.parts;
    const { sessionKey } = watched.standing;
    if (sessionKey !== undefined && sessionToo) {
      const good = await sessions.goodUntil(sessionKey);
      if (!good) return 'credentials';
      watched.goodUntil = good.goodUntil;
      watched.principal = good.session.principal;
    }
    if (sessionKey === undefined && watched.goodUntil <= Date.now()) return 'credentials';
    const { standing, principal, goodUntil } = watched;
    const caller = await callers.again({ ...standing, principal });
    if (rightsOf(caller) !== watched.rights) return 'rights';
    return Math.min(goodUntil, caller.until ?? Infinity, Date.now() + recheckMs);
  }

  #end(watched: Watched, why: Ending): void {
    this.#forget(watched);
    const ends = [...watched.ends];
    watched.ends.clear();
    for (const end of ends) end(why);
  }

  #forget(watched: Watched): void {
    clearTimeout(watched.timer);
    if (this.#watched.get(watched.key) === watched) this.#watched.delete(watched.key);
  }
}

class Watched {
  readonly ends = new Set<(why: Ending) => void>();
  readonly rights: string;
  readonly organizationId: string | null;
  timer: NodeJS.Timeout | undefined;
  /** Until when session or token are good, as far as is known. */
  goodUntil: number;
  principal: Principal;

  constructor(
    readonly key: string,
    readonly standing: Standing,
    caller: Caller,
  ) {
    this.rights = rightsOf(caller);
    this.organizationId = caller.identity.organizationId;
    this.goodUntil = standing.tokenUntil ?? Infinity;
    this.principal = standing.principal;
  }
}

function rightsOf({ identity, isOperator }: Caller): string {
  return JSON.stringify([identity, isOperator]);
}

function endingOf(error: unknown): Ending {
  if (!(error instanceof Fault)) return 'unknown';
  if (error.code === 'UNAUTHENTICATED') return 'credentials';
  return error.code === 'NOT_FOUND' || error.code === 'FORBIDDEN' ? 'rights' : 'unknown';
}
