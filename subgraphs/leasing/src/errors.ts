import { userErrors } from '@propertea/chassis/graph';
import type { Violations } from '@propertea/chassis/store';

export const { UserError } = userErrors({
  UNIT_OCCUPIED: 'Another lease or reservation holds the unit then; the message says when.',
  UNIT_BLOCKED: 'The unit is kept from being let then; the message says when.',
  UNIT_RETIRED: 'The unit is no longer there.',
  LEASE_STATE: 'The state of the lease does not allow it; the message says which it is.',
  PARTY_REQUIRED: 'A lease needs at least one tenant.',
  RENT_REQUIRED: 'A lease needs a rent.',
  NOTICE_TOO_EARLY: 'The law asks for a later end; the message says which.',
  REASON_REQUIRED: 'A reason has to be given.',
  TERM_INVALID: 'The days do not fit each other or the lease.',
  FIXED_TERM_FORBIDDEN: 'The law of the place knows no lease with a fixed end.',
  RENT_BILLED: 'It is billed already for that time; what is billed never changes.',
  CURRENCY_MISMATCH: 'The amount is in another currency than the company keeps its books in.',
  TOO_MANY: 'The lease holds as many of these as it can.',
});

const occupied = {
  code: 'UNIT_OCCUPIED',
  message: 'The unit is let or blocked at that time.',
  path: ['input'],
};

export const violations: Violations = {
  unit_occupied_once: occupied,
  occupancy_of_lease: occupied,
  lease_number_taken: {
    code: 'CONFLICT',
    message: 'Another lease of the company took this number. Try again.',
  },
  lease_renewed_once: {
    code: 'LEASE_STATE',
    message: 'The lease was renewed already.',
    path: ['input'],
  },
  renewal_offer_open: {
    code: 'LEASE_STATE',
    message: 'An offer for this lease is open. Withdraw it first.',
    path: ['input'],
  },
  rent_change_taken: {
    code: 'TERM_INVALID',
    message: 'Another change takes effect on that day. Cancel it first.',
    path: ['input', 'effectiveOn'],
  },
};
