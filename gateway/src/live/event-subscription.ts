import { BoundedQueue, type SubgraphAnswer } from '@propertea/executor';
import type { EventHub } from './event-hub.js';
import type { LiveEvent } from './live-event.js';
import { eventsLost, tooSlow } from './refusals.js';

/**
 * The answers of one subscription, in the order of the events that it accepts, from now on. Aborting or
 * returning ends it at once; it rejects, at once too, when events may have been missed or come faster than
 * they are read: the reader then asks anew for the present state, and needs nothing of what waited.
 */
export function openSubscription(parts: {
  hub: EventHub;
  organizationId: string;
  accepts: (event: LiveEvent) => boolean;
  answer: (event: LiveEvent) => Record<string, unknown>;
  /** Answers that may wait for the reader. */
  maxWaiting: number;
  signal: AbortSignal | undefined;
}): AsyncIterableIterator<SubgraphAnswer> {
  const { hub, organizationId, accepts, answer, maxWaiting, signal } = parts;
  const abort = () => queue.drop();
  const lost = () => queue.overflow(eventsLost());
  const stop = hub.listen(organizationId, {
    event(event) {
      if (!accepts(event)) return;
      if (!queue.push({ data: answer(event) })) queue.overflow(tooSlow());
    },
    lost,
  });
  signal?.addEventListener('abort', abort, { once: true });
  const queue = new BoundedQueue<SubgraphAnswer>(maxWaiting, () => {
    stop();
    signal?.removeEventListener('abort', abort);
  });
  if (!hub.isOpen) lost();
  if (signal?.aborted) abort();
  return queue;
}
