import { registerEnumType } from 'type-graphql';
import {
  BlockReason,
  ChargeCycle,
  ChargeKind,
  LeaseAction,
  LeaseState,
  MoveKind,
  NoticeGiver,
  PartyRole,
  PartyState,
  ProrationMethod,
  RenewalState,
  RentChangeKind,
  UnitAvailabilityState,
  UnitCategory,
} from './terms.js';

/** Declares an enum of the graph: its name, what it is, and what each of its values means. */
function declare<Value extends string>(
  type: Record<Value, Value>,
  name: string,
  description: string,
  values: Record<Value, string>,
): void {
  const valuesConfig = Object.fromEntries(
    Object.entries<string>(values).map(([value, meaning]) => [value, { description: meaning }]),
  );
  registerEnumType<Record<string, string>>(type, { name, description, valuesConfig });
}

declare(LeaseState, 'LeaseState', 'Where a lease stands in its life.', {
  DRAFT: 'Being written; binds nobody and holds no unit.',
  PENDING_SIGNATURE: 'Sent to be signed; holds the unit until the reservation expires.',
  FUTURE: 'Signed; starts on a later day.',
  ACTIVE: 'Running.',
  NOTICE_GIVEN: 'Running until the day for which notice was given.',
  AT_WILL: 'Its term is over, the tenants stay: it goes on until notice or move-out.',
  TERMINATED: 'Ended before its term or by notice.',
  EXPIRED: 'Ended with its term.',
  CLOSED: 'Ended, and everything about it settled.',
  CANCELLED: 'Given up before it began.',
});

declare(LeaseAction, 'LeaseAction', 'What can be done with a lease.', {
  CHANGE: 'Change its terms.',
  SEND: 'Send it to be signed and hold the unit.',
  SIGN: 'Record that all have signed.',
  ACTIVATE: 'Let it run.',
  CANCEL: 'Give it up before it begins.',
  GIVE_NOTICE: 'Record a notice.',
  WITHDRAW_NOTICE: 'Take a notice back.',
  RECORD_MOVE_IN: 'Record the move-in.',
  RECORD_MOVE_OUT: 'Record the move-out.',
  END: 'End it.',
  CLOSE: 'Close it, everything being settled.',
  OFFER_RENEWAL: 'Offer a new term.',
  SCHEDULE_RENT_CHANGE: 'Schedule a change of the rent.',
});

declare(UnitAvailabilityState, 'UnitAvailabilityState', 'What holds a unit on a day.', {
  VACANT: 'Nothing does.',
  RESERVED: 'A lease that waits for its signatures.',
  OCCUPIED: 'A signed lease.',
  BLOCKED: 'It is kept from being let.',
  RETIRED: 'It is no longer there.',
});

declare(UnitCategory, 'UnitCategory', 'What a unit is; decides whether it lies in a building.', {
  APARTMENT: 'A home in a building.',
  HOUSE: 'A home of its own: in no building, the only unit of its property.',
  COMMERCIAL: 'Space for business.',
  PARKING: 'A space or garage for a vehicle.',
  OTHER: 'None of the others, such as storage.',
});

declare(ChargeKind, 'ChargeKind', 'What is paid for.', {
  RENT: 'The use of the unit.',
  SERVICE: 'Services beside it, such as heating or water.',
  PARKING: 'A parking space.',
  DEPOSIT: 'Security that is given back.',
  OTHER: 'Anything else.',
});

declare(ChargeCycle, 'ChargeCycle', 'How often something is due.', {
  ONCE: 'Once.',
  DAILY: 'Every day.',
  WEEKLY: 'Every week.',
  MONTHLY: 'Every month.',
  QUARTERLY: 'Every three months.',
  HALF_YEARLY: 'Every six months.',
  YEARLY: 'Every year.',
});

declare(ProrationMethod, 'ProrationMethod', 'What a part of a period costs.', {
  NONE: 'As much as a whole period.',
  ACTUAL: 'By the days that the month has.',
  STANDARD_30: 'A thirtieth for each day.',
  THIRTY_DAY_MONTH: 'As if every month had thirty days.',
  ANNUAL: 'A 365th of the year for each day.',
});

declare(PartyRole, 'PartyRole', 'What somebody is in a lease.', {
  TENANT: 'Rents, and is liable with the other tenants for everything.',
  OCCUPANT: 'Lives there and owes nothing.',
  GUARANTOR: 'Answers for what the tenants owe.',
});

declare(
  PartyState,
  'PartyState',
  'Whether a party lives there, apart from the state of the lease.',
  {
    CURRENT: 'Is there, or stands in.',
    FUTURE: 'Is to come.',
    MOVED_OUT: 'Has left.',
  },
);

declare(BlockReason, 'BlockReason', 'Why a unit is kept from being let.', {
  RENOVATION: 'It is worked on.',
  OWNER_USE: 'Its owner uses it.',
  LEGAL: 'An authority or a court says so.',
  OTHER: 'Another reason.',
});

declare(NoticeGiver, 'NoticeGiver', 'Who gives notice.', {
  TENANT: 'The tenants.',
  LANDLORD: 'The landlord.',
});

declare(RenewalState, 'RenewalState', 'Where the offer of a new term stands.', {
  OFFERED: 'Waits for an answer.',
  ACCEPTED: 'Accepted; to be signed.',
  DECLINED: 'The tenants do not want it.',
  WITHDRAWN: 'The landlord took it back.',
  EXPIRED: 'Nobody answered in time.',
  SIGNED: 'Signed: a new lease follows.',
});

declare(RentChangeKind, 'RentChangeKind', 'Why a rent changes.', {
  STEP: 'A step that the lease agrees on from its beginning.',
  INDEXATION: 'It follows an index.',
  AGREED: 'Both sides agreed.',
});

declare(MoveKind, 'MoveKind', 'Which way somebody moves.', {
  MOVE_IN: 'In.',
  MOVE_OUT: 'Out.',
});
