import type { Subscriber } from './key-value.js';

/** Who listens to which channel within this process. */
export class Subscribers {
  readonly #byChannel = new Map<string, Set<Subscriber>>();

  add(channel: string, subscriber: Subscriber): void {
    const known = this.#byChannel.get(channel);
    if (known) known.add(subscriber);
    else this.#byChannel.set(channel, new Set([subscriber]));
  }

  /** Returns true when nobody listens to the channel any more. */
  remove(channel: string, subscriber: Subscriber): boolean {
    const known = this.#byChannel.get(channel);
    if (!known?.delete(subscriber) || known.size > 0) return false;
    return this.#byChannel.delete(channel);
  }

  channels(): string[] {
    return [...this.#byChannel.keys()];
  }

  tell(channel: string, message: string): void {
    for (const subscriber of this.#byChannel.get(channel) ?? []) subscriber.message(message);
  }

  /** Tells everybody that messages may have been lost. */
  tellGap(): void {
    for (const subscribers of this.#byChannel.values()) {
      for (const subscriber of subscribers) subscriber.gap?.();
    }
  }
}
