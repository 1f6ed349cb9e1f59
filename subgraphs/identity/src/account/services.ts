import type { Clock } from '@propertea/kernel';
import type { Mailman } from '../mail/mailbox.js';
import type { Messages } from '../messages.js';
import type { PlatformStore } from '../platform-store.js';
import type { Throttle } from './throttle.js';

/** What the account commands stand on. */
export interface AccountServices {
  store: PlatformStore;
  clock: Clock;
  throttle: Throttle;
  mailman: Pick<Mailman, 'wake'>;
  messages: Messages;
  /** Where a person begins to sign in: the application's own address. */
  homeUrl: string;
}

/** Where the caller sits in the network, for throttling: an IPv4 address or an IPv6 /64. */
export type NetworkAddress = string;

export interface Throttled {
  outcome: 'throttled';
  /** Seconds. */
  retryAfter: number;
}
