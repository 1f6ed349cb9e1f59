import type { EntityManager } from '@mikro-orm/postgresql';
import { tellableMessage } from '@propertea/observability';

/** Tries of an event before it is dead; the pauses between them double from one second. */
export const MAX_ATTEMPTS = 10;
const MAX_PAUSE_SECONDS = 300;

/** Seconds between a try that failed and the next, after `attempts` tries in all. */
export function pauseAfter(attempts: number): number {
  return Math.min(2 ** (attempts - 1), MAX_PAUSE_SECONDS);
}

/** An event that came for a room. */
export interface Delivery {
  readonly envelope: unknown;
  /** Tries that failed before. */
  readonly attempts: number;
  /** Of the span in which it came; where there is none, its effect continues the trace of the envelope. */
  readonly traceparent?: string;
}

/** Why a delivery was not applied. */
export interface Refusal {
  readonly error: unknown;
  /** What no later try can cure: it is dead at once. */
  readonly isPoison: boolean;
}

/** What a room does with what comes for it. */
export interface Subscription {
  readonly types: readonly string[];
  /**
   * Applies what it can inside the transaction of `em`, each event or nothing of it. Returns a
   * refusal, or undefined where applied, in the order of the deliveries; they count once committed.
   */
  apply(em: EntityManager, deliveries: readonly Delivery[]): Promise<(Refusal | undefined)[]>;
  /** After a commit, with how many were applied: effects may have left facts of their own. */
  applied(count: number): void;
  refused(delivery: Delivery, refusal: Refusal): void;
}

export interface QueueDepth {
  readonly ready: number;
  readonly retry: number;
  readonly dead: number;
}

/** Carries the facts of one room to the queues of others and what waits in its own to its consumers. */
export interface Transport {
  /** Has the room's queue bound to the types, no longer to others, and begins to take from it. */
  subscribe(subscription: Subscription): Promise<void>;
  /**
   * Moves a batch of the room's outbox to where its types are wanted, and marks it once that is
   * certain, in one transaction. Returns how many rows; throws and marks none while it cannot.
   */
  relay(size: number): Promise<number>;
  /** Something may have come. */
  wake(): void;
  /** Whether nothing of this room waits to be relayed or applied; the dead wait for nobody. */
  isIdle(): Promise<boolean>;
  /** What lies in the room's queue: due, in a pause after a failure, dead. Rejects while it cannot be told. */
  depth(): Promise<QueueDepth>;
  /** Takes nothing more and lets what is being applied finish. */
  stop(): Promise<void>;
}

/** Whether a refusal was the last one. */
export function isDead(attempts: number, { isPoison }: Pick<Refusal, 'isPoison'>): boolean {
  return isPoison || attempts >= MAX_ATTEMPTS;
}

/** An error as one line for an operator, short and storable. */
export function reasonOf(error: unknown): string {
  return tellableMessage(error).slice(0, 500).replaceAll('\0', '');
}

/** Whether the database refused what was written, rather than being away. */
export function isRefusedByDatabase(error: unknown): boolean {
  if (typeof error !== 'object' || error === null) return false;
  const { code, cause } = error as { code?: unknown; cause?: unknown };
  return (
    (typeof code === 'string' && /^(22|23|40|44|P0)...$/.test(code)) || isRefusedByDatabase(cause)
  );
}
