import { LeaseState } from '../terms.js';

const WORDS: Readonly<Record<LeaseState, string>> = {
  DRAFT: 'a draft',
  PENDING_SIGNATURE: 'waiting for its signatures',
  FUTURE: 'signed',
  ACTIVE: 'active',
  NOTICE_GIVEN: 'active until the end of its notice',
  AT_WILL: 'at will',
  TERMINATED: 'terminated',
  EXPIRED: 'expired',
  CLOSED: 'closed',
  CANCELLED: 'cancelled',
};

/** Where it stands, for a sentence: "signed and starts on 2027-01-01". */
export function stateInWords({ state, startsOn }: { state: LeaseState; startsOn: string }): string {
  return state === LeaseState.FUTURE
    ? `${WORDS[state]}, and it starts on ${startsOn}`
    : WORDS[state];
}
