import type { SubgraphAnswer } from '@propertea/executor';
import type { EventHub, HubListener } from './event-hub.js';
import type { LiveEvent } from './live-event.js';
import { Mailbox } from './mailbox.js';
import { eventsLost, tooSlow } from './refusals.js';

/**
 * The answers of one subscription, in the order of the events that it accepts, from now on. Aborting or
 * returning ends it at once; it rejects when events may have been missed, or come faster than they are read.
 */
export function openSubscription(parts: {
  hub: EventHub;
  organizationId: string;
  accepts: (event: LiveEvent) => boolean;
  answer: (event: LiveEvent) => Record<string, unknown>;
  /** Events that may wait for the reader. */
  maxWaiting: number;
  signal: AbortSignal | undefined;
}): AsyncIterableIterator<SubgraphAnswer> {
  const { hub, organizationId, accepts, answer, maxWaiting, signal } = parts;
  const listener: HubListener = {
    event(event) {
      if (accepts(event)) mailbox.put(event);
    },
    lost: () => mailbox.fail(eventsLost()),
  };
  const abort = () => mailbox.close();
  const stop = hub.listen(organizationId, listener);
  signal?.addEventListener('abort', abort, { once: true });
  const mailbox = new Mailbox<LiveEvent, SubgraphAnswer>({
    limit: maxWaiting,
    read: (event) => ({ data: answer(event) }),
    overflow: tooSlow,
    ended() {
      stop();
      signal?.removeEventListener('abort', abort);
    },
  });
  if (!hub.isOpen) listener.lost();
  if (signal?.aborted) abort();
  return mailbox;
}
