import { LeaseAction, LeaseState } from '../terms.js';

const { DRAFT, PENDING_SIGNATURE, FUTURE, ACTIVE, NOTICE_GIVEN, AT_WILL, TERMINATED, EXPIRED } =
  LeaseState;

/** R24: in which states each action is possible. What was sent and is changed becomes a draft again. */
const STATES: Readonly<Record<LeaseAction, readonly LeaseState[]>> = {
  [LeaseAction.CHANGE]: [DRAFT, PENDING_SIGNATURE],
  [LeaseAction.SEND]: [DRAFT, PENDING_SIGNATURE],
  [LeaseAction.SIGN]: [DRAFT, PENDING_SIGNATURE],
  [LeaseAction.ACTIVATE]: [FUTURE],
  [LeaseAction.CANCEL]: [DRAFT, PENDING_SIGNATURE, FUTURE],
  [LeaseAction.GIVE_NOTICE]: [ACTIVE, AT_WILL],
  [LeaseAction.WITHDRAW_NOTICE]: [NOTICE_GIVEN],
  [LeaseAction.RECORD_MOVE_IN]: [FUTURE, ACTIVE, NOTICE_GIVEN, AT_WILL],
  [LeaseAction.RECORD_MOVE_OUT]: [ACTIVE, NOTICE_GIVEN, AT_WILL, TERMINATED, EXPIRED],
  [LeaseAction.END]: [ACTIVE, NOTICE_GIVEN, AT_WILL],
  [LeaseAction.CLOSE]: [TERMINATED, EXPIRED],
  [LeaseAction.OFFER_RENEWAL]: [ACTIVE, AT_WILL],
  [LeaseAction.SCHEDULE_RENT_CHANGE]: [
    DRAFT,
    PENDING_SIGNATURE,
    FUTURE,
    ACTIVE,
    NOTICE_GIVEN,
    AT_WILL,
  ],
};

/** Where a lease stands for what can be done with it. */
export interface LeaseStanding {
  state: LeaseState;
  startsOn: string;
}

/** Whether the lease can be acted on so, on this day at its property. */
export function allows(action: LeaseAction, { state, startsOn }: LeaseStanding, today: string) {
  if (!STATES[action].includes(state)) return false;
  const hasBegun = startsOn <= today;
  if (action === LeaseAction.ACTIVATE || action === LeaseAction.RECORD_MOVE_IN) return hasBegun;
  return !(action === LeaseAction.CANCEL && state === FUTURE && hasBegun);
}

/** Everything that can be done with the lease, in the order of its life. */
export function actionsOf(standing: LeaseStanding, today: string): LeaseAction[] {
  return Object.values(LeaseAction).filter((action) => allows(action, standing, today));
}

/** States in which a lease holds its unit as a signed one (R25). */
export const OCCUPYING: readonly LeaseState[] = [FUTURE, ACTIVE, NOTICE_GIVEN, AT_WILL];

/** States in which it is over, or never came to be: nothing of it changes any more. */
export const OVER: readonly LeaseState[] = [LeaseState.CLOSED, LeaseState.CANCELLED];
