/** R24: where a lease stands in its life. */
export enum LeaseState {
  DRAFT = 'DRAFT',
  PENDING_SIGNATURE = 'PENDING_SIGNATURE',
  FUTURE = 'FUTURE',
  ACTIVE = 'ACTIVE',
  NOTICE_GIVEN = 'NOTICE_GIVEN',
  AT_WILL = 'AT_WILL',
  TERMINATED = 'TERMINATED',
  EXPIRED = 'EXPIRED',
  CLOSED = 'CLOSED',
  CANCELLED = 'CANCELLED',
}

export enum LeaseAction {
  CHANGE = 'CHANGE',
  SEND = 'SEND',
  SIGN = 'SIGN',
  ACTIVATE = 'ACTIVATE',
  CANCEL = 'CANCEL',
  GIVE_NOTICE = 'GIVE_NOTICE',
  WITHDRAW_NOTICE = 'WITHDRAW_NOTICE',
  RECORD_MOVE_IN = 'RECORD_MOVE_IN',
  RECORD_MOVE_OUT = 'RECORD_MOVE_OUT',
  END = 'END',
  CLOSE = 'CLOSE',
  OFFER_RENEWAL = 'OFFER_RENEWAL',
  SCHEDULE_RENT_CHANGE = 'SCHEDULE_RENT_CHANGE',
}

export enum UnitAvailabilityState {
  VACANT = 'VACANT',
  RESERVED = 'RESERVED',
  OCCUPIED = 'OCCUPIED',
  BLOCKED = 'BLOCKED',
  RETIRED = 'RETIRED',
}

/** What a unit is, as the room of properties says it. */
export enum UnitCategory {
  APARTMENT = 'APARTMENT',
  HOUSE = 'HOUSE',
  COMMERCIAL = 'COMMERCIAL',
  PARKING = 'PARKING',
  OTHER = 'OTHER',
}

export enum ChargeKind {
  RENT = 'RENT',
  SERVICE = 'SERVICE',
  PARKING = 'PARKING',
  DEPOSIT = 'DEPOSIT',
  OTHER = 'OTHER',
}

export enum ChargeCycle {
  ONCE = 'ONCE',
  DAILY = 'DAILY',
  WEEKLY = 'WEEKLY',
  MONTHLY = 'MONTHLY',
  QUARTERLY = 'QUARTERLY',
  HALF_YEARLY = 'HALF_YEARLY',
  YEARLY = 'YEARLY',
}

/** R2: what a part of a period costs. */
export enum ProrationMethod {
  NONE = 'NONE',
  ACTUAL = 'ACTUAL',
  STANDARD_30 = 'STANDARD_30',
  THIRTY_DAY_MONTH = 'THIRTY_DAY_MONTH',
  ANNUAL = 'ANNUAL',
}

export enum PartyRole {
  TENANT = 'TENANT',
  OCCUPANT = 'OCCUPANT',
  GUARANTOR = 'GUARANTOR',
}

export enum PartyState {
  CURRENT = 'CURRENT',
  FUTURE = 'FUTURE',
  MOVED_OUT = 'MOVED_OUT',
}

export enum BlockReason {
  RENOVATION = 'RENOVATION',
  OWNER_USE = 'OWNER_USE',
  LEGAL = 'LEGAL',
  OTHER = 'OTHER',
}

export enum NoticeGiver {
  TENANT = 'TENANT',
  LANDLORD = 'LANDLORD',
}

export enum RenewalState {
  OFFERED = 'OFFERED',
  ACCEPTED = 'ACCEPTED',
  DECLINED = 'DECLINED',
  WITHDRAWN = 'WITHDRAWN',
  EXPIRED = 'EXPIRED',
  SIGNED = 'SIGNED',
}

export enum RentChangeKind {
  STEP = 'STEP',
  INDEXATION = 'INDEXATION',
  AGREED = 'AGREED',
}

export enum MoveKind {
  MOVE_IN = 'MOVE_IN',
  MOVE_OUT = 'MOVE_OUT',
}

export enum OccupancyKind {
  LEASE = 'LEASE',
  RESERVATION = 'RESERVATION',
  BLOCK = 'BLOCK',
}
