import { ApolloLink } from '@apollo/client';
import { CombinedGraphQLErrors } from '@apollo/client/errors';
import { Observable, defer, finalize, from, mergeMap, retry, tap, throwError } from 'rxjs';
import { sessionEnded } from '@/session/session-end';
import { viewAsIsOver } from '@/session/view-as-over';
import { newTraceparent } from '../traceparent';
import { afterClose, afterRefusal, pauseBefore } from './close-codes';
import type { AfterClose } from './close-codes';

/** `off`: nothing is followed, or it has only just begun. `ended`: refused, and not tried again. */
export type LiveState = 'off' | 'live' | 'lost' | 'ended';

/** A break that is shorter is not shown. */
const LOST_AFTER_MS = 3_000;

export interface LiveOptions {
  isViewingAs?: boolean;
  /** So long the socket waits for the next page's subscriptions. Default: 10 s. */
  idleMs?: number;
}

type Result = ApolloLink.Result;

/**
 * What a tab knows of changes as they happen: the link of subscriptions, and how it stands with it. Listeners
 * for gaps are told when something may have been missed, to ask for what they show.
 */
export class Live {
  readonly #url: () => string;
  readonly #isViewingAs: boolean;
  readonly #idleMs: number;
  readonly #listeners = new Set<() => void>();
  readonly #gapListeners = new Set<() => void>();
  #socket: Promise<ApolloLink> | undefined;
  #followed = 0;
  #waiting = 0;
  #isConnected = false;
  #wasInterrupted = false;
  #lastCode = 1006;
  #state: LiveState = 'off';
  #lostTimer: ReturnType<typeof setTimeout> | undefined;

  constructor(url: () => string, options: LiveOptions = {}) {
    this.#url = url;
    this.#isViewingAs = options.isViewingAs ?? false;
    this.#idleMs = options.idleMs ?? 10_000;
  }

  readonly state = (): LiveState => this.#state;

  readonly onState = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  readonly onGap = (listener: () => void): (() => void) => {
    this.#gapListeners.add(listener);
    return () => this.#gapListeners.delete(listener);
  };

  /** Subscriptions that outlive what happens to their socket; ends with an error when one is refused. */
  readonly link = new ApolloLink((operation) =>
    defer(() => {
      this.#followed += 1;
      this.#settle();
      return this.#follow(operation);
    }).pipe(
      finalize(() => {
        this.#followed -= 1;
        this.#settle();
      }),
    ),
  );

  #follow(operation: ApolloLink.Operation): Observable<Result> {
    return defer(() => from((this.#socket ??= this.#open()))).pipe(
      mergeMap((socket) => {
        // Of its own each time, as each request over HTTP has.
        operation.extensions['traceparent'] = newTraceparent();
        return socket.request(operation, () => new Observable());
      }),
      retry({ resetOnSuccess: true, delay: (error, tries) => this.#again(error, tries) }),
    );
  }

  /** Emits when a subscription that broke is to be tried again. */
  #again(error: unknown, tries: number): Observable<unknown> {
    const after = this.#after(error);
    if (after === 'never') {
      if (this.#isViewingAs && this.#lastCode === 4403) viewAsIsOver();
      this.#show('ended');
      return throwError(() => error);
    }
    this.#waiting += 1;
    this.#wasInterrupted = true;
    this.#settle();
    const waiting =
      after === 'signIn'
        ? sessionEnded()
        : import('./socket').then(({ pause }) => pause(pauseBefore(tries - 1, after)));
    return from(waiting).pipe(
      tap(() => this.#missed()),
      finalize(() => {
        this.#waiting -= 1;
        this.#settle();
      }),
    );
  }

  #after(error: unknown): AfterClose {
    if (!CombinedGraphQLErrors.is(error)) return afterClose(this.#lastCode);
    return afterRefusal(error.errors[0]?.extensions?.['code']);
  }

  async #open(): Promise<ApolloLink> {
    try {
      const { openSocket } = await import('./socket');
      return openSocket(this.#url(), this.#idleMs, {
        connected: () => {
          this.#isConnected = true;
          if (this.#wasInterrupted) this.#missed();
          this.#wasInterrupted = false;
          this.#settle();
        },
        closed: (code) => {
          this.#isConnected = false;
          this.#lastCode = code;
          this.#wasInterrupted ||= this.#followed > 0;
          this.#settle();
        },
      });
    } catch (failure) {
      // The script did not come; another try asks for it again.
      this.#socket = undefined;
      this.#lastCode = 1006;
      throw failure;
    }
  }

  #missed(): void {
    for (const listener of this.#gapListeners) listener();
  }

  #settle(): void {
    if (this.#state === 'ended' && !this.#isConnected) return;
    if (this.#followed === 0) return this.#show('off');
    if (this.#isConnected && this.#waiting === 0) return this.#show('live');
    this.#lostTimer ??= setTimeout(() => this.#show('lost'), LOST_AFTER_MS);
  }

  #show(state: LiveState): void {
    clearTimeout(this.#lostTimer);
    this.#lostTimer = undefined;
    if (this.#state === state) return;
    this.#state = state;
    for (const listener of this.#listeners) listener();
  }
}
