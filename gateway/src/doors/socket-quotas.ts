import { CLOSE, SocketRefused } from '@propertea/executor';
import { Fault } from '@propertea/kernel';

export interface SocketQuotaLimits {
  socketsPerCaller: number;
  subscriptionsPerCaller: number;
}

/** What one caller has open, over all their sockets. */
export interface SocketQuota {
  /** Throws `Fault('RATE_LIMITED')` for one subscription too many. */
  subscribe(): void;
  unsubscribe(): void;
  leave(): void;
}

/** Counts what each caller has open in this process. */
export class SocketQuotas {
  readonly #open = new Map<string, { sockets: number; subscriptions: number }>();

  constructor(private readonly limits: SocketQuotaLimits) {}

  /** Counts a socket of a caller, by whatever tells callers apart. Throws `SocketRefused` for one too many. */
  enter(caller: string): SocketQuota {
    const { socketsPerCaller, subscriptionsPerCaller } = this.limits;
    const open = this.#open.get(caller) ?? { sockets: 0, subscriptions: 0 };
    if (open.sockets >= socketsPerCaller) {
      throw new SocketRefused(CLOSE.tooMany, `At most ${socketsPerCaller} sockets may be open.`);
    }
    open.sockets++;
    this.#open.set(caller, open);
    return {
      subscribe() {
        if (open.subscriptions >= subscriptionsPerCaller) {
          const message = `At most ${subscriptionsPerCaller} subscriptions may be open.`;
          throw new Fault('RATE_LIMITED', message);
        }
        open.subscriptions++;
      },
      unsubscribe: () => void open.subscriptions--,
      leave: () => {
        if (--open.sockets === 0) this.#open.delete(caller);
      },
    };
  }
}
