import { Entity, Property as Column } from '@mikro-orm/decorators/legacy';
import { OrganizationAggregate } from '@propertea/chassis/store';
import { DomainError } from '@propertea/kernel';
import type { LeaseParty } from '../party/lease-party.entity.js';
import { endsBeforeOf, endsOnOf } from '../days.js';
import { minor } from '../minor.js';
import type { RentableUnit } from '../rentable-unit/rentable-unit.entity.js';
import { LeaseAction, LeaseState, type NoticeGiver } from '../terms.js';
import { allows, OCCUPYING, OVER } from './lease-actions.js';
import { stateInWords } from './lease-words.js';

/** A notice as it is kept with its lease; days are inclusive. */
export interface Notice {
  givenBy: NoticeGiver;
  receivedOn: string;
  endsOn: string;
  reason: string | null;
  earliestEndOn: string | null;
  /** The rule of the jurisdiction pack that was applied; null where a person decided. */
  rule: Record<string, unknown> | null;
  isShortened: boolean;
  agreement: string | null;
}

/** The agreed term, inclusive; null is open-ended (R26). */
export interface Term {
  startsOn: string;
  endsOn: string | null;
}

/** Sums of the lease's charges, in minor units: rent of a month and deposit. */
export interface LeaseSums {
  rentMinor: number | null;
  depositMinor: number | null;
}

/** The contract by which somebody rents a unit (R24). */
@Entity({ tableName: 'leases' })
export class Lease extends OrganizationAggregate {
  @Column({ type: 'uuid' })
  companyId!: string;

  @Column({ type: 'uuid' })
  propertyId!: string;

  @Column({ type: 'uuid' })
  unitId!: string;

  /** Code of the unit, an order for lists. The database keeps it when the unit's changes. */
  @Column({ type: 'text', hidden: true })
  unitCode!: string;

  @Column({ type: 'uuid' })
  tenancyId!: string;

  @Column({ type: 'text' })
  number!: string;

  @Column({ type: 'text' })
  state: LeaseState = LeaseState.DRAFT;

  @Column({ type: 'date' })
  startsOn!: string;

  @Column({ type: 'date', nullable: true })
  endsBefore: string | null = null;

  @Column({ type: 'text' })
  currency!: string;

  /** Rent of a month as agreed today; null while nothing is agreed. */
  @Column({ type: minor, nullable: true })
  rentMinor: number | null = null;

  /** What the unit should have cost a month when it was signed. */
  @Column({ type: minor, nullable: true })
  baseRentMinor: number | null = null;

  @Column({ type: minor, nullable: true })
  depositMinor: number | null = null;

  @Column({ type: 'timestamptz', nullable: true })
  reservedUntil: Date | null = null;

  @Column({ type: 'timestamptz', nullable: true })
  signedAt: Date | null = null;

  @Column({ type: 'date', nullable: true })
  movedInOn: string | null = null;

  @Column({ type: 'date', nullable: true })
  movedOutOn: string | null = null;

  @Column({ type: 'date', nullable: true })
  atWillSince: string | null = null;

  /** The first day after it, once that is certain: notice, termination, move-out or expiry. */
  @Column({ type: 'date', nullable: true })
  endedBefore: string | null = null;

  @Column({ type: 'text', nullable: true })
  endReason: string | null = null;

  @Column({ type: 'json', nullable: true })
  notice: Notice | null = null;

  @Column({ type: 'uuid', nullable: true })
  renewedFromId: string | null = null;

  /** The earliest day on which a line may have to be generated; null: none will come. */
  @Column({ type: 'date', nullable: true, hidden: true })
  nextChargeOn: string | null = null;

  static create(
    unit: RentableUnit,
    facts: { number: string; currency: string; tenancyId: string } & Term,
  ): Lease {
    unit.demandLive('unitId');
    const { id: unitId, code: unitCode, organizationId, companyId, propertyId } = unit;
    const { number, currency, tenancyId, startsOn, endsOn } = facts;
    const place = { unitId, unitCode, organizationId, companyId, propertyId };
    const lease = Object.assign(new Lease(), { ...place, number, currency, tenancyId });
    lease.setTerm({ startsOn, endsOn });
    return lease;
  }

  get endsOn(): string | null {
    return endsOnOf(this.endsBefore);
  }

  get endedOn(): string | null {
    return endsOnOf(this.endedBefore);
  }

  get isOpenEnded(): boolean {
    return this.endsBefore === null;
  }

  /** Whether it is signed and over at most by its end: it has occupied its unit. */
  get isSigned(): boolean {
    return this.signedAt !== null;
  }

  get isOccupying(): boolean {
    return OCCUPYING.includes(this.state);
  }

  /** Whether it neither occupies its unit nor reserves it. */
  get holdsNothing(): boolean {
    return !this.isOccupying && this.state !== LeaseState.PENDING_SIGNATURE;
  }

  /** Base rent less contract rent of a month; null where one of them is not known. */
  get lostRentMinor(): number | null {
    const { baseRentMinor, rentMinor } = this;
    return baseRentMinor === null || rentMinor === null ? null : baseRentMinor - rentMinor;
  }

  /** Throws LEASE_STATE where its state does not allow the action on this day. */
  demand(action: LeaseAction, today: string): void {
    if (allows(action, this, today)) return;
    throw new DomainError('LEASE_STATE', `The lease is ${stateInWords(this)}.`, {
      path: ['input', 'leaseId'],
    });
  }

  /** Throws LEASE_STATE where nothing of it changes any more. */
  demandLive(): void {
    if (!OVER.includes(this.state)) return;
    throw new DomainError('LEASE_STATE', `The lease is ${stateInWords(this)}.`, {
      path: ['input', 'leaseId'],
    });
  }

  /** Another term, as long as nobody signed. */
  changeTerm(term: Partial<Term>, today: string): void {
    this.demand(LeaseAction.CHANGE, today);
    const { startsOn = this.startsOn, endsOn = this.endsOn } = term;
    this.setTerm({ startsOn, endsOn });
  }

  /** What is sent binds as it is: changed, it is a draft again and holds nothing. */
  unsend(): void {
    if (this.state !== LeaseState.PENDING_SIGNATURE) return;
    this.state = LeaseState.DRAFT;
    this.reservedUntil = null;
  }

  send(reservedUntil: Date, now: Date, today: string): void {
    this.demand(LeaseAction.SEND, today);
    if (reservedUntil <= now) {
      throw new DomainError('TERM_INVALID', 'The reservation would be over already.', {
        path: ['input', 'reservedUntil'],
      });
    }
    this.state = LeaseState.PENDING_SIGNATURE;
    this.reservedUntil = reservedUntil;
  }

  sign(unit: RentableUnit, signedAt: Date, today: string): void {
    this.demand(LeaseAction.SIGN, today);
    unit.demandRentable(this.startsOn, 'leaseId');
    this.state = LeaseState.FUTURE;
    this.signedAt = signedAt;
    this.reservedUntil = null;
    this.baseRentMinor = unit.baseRentMinor;
    this.nextChargeOn = today;
  }

  activate(today: string): void {
    this.demand(LeaseAction.ACTIVATE, today);
    this.state = LeaseState.ACTIVE;
  }

  cancel(reason: string, today: string): void {
    this.demand(LeaseAction.CANCEL, today);
    this.state = LeaseState.CANCELLED;
    this.endReason = reason;
    this.reservedUntil = null;
    this.nextChargeOn = null;
  }

  /** R30: it goes on until the last day of the notice; throws TERM_INVALID for one that its term does not reach. */
  giveNotice(notice: Notice, today: string): void {
    this.demand(LeaseAction.GIVE_NOTICE, today);
    this.demandOpenEnd();
    const endedBefore = endsBeforeOf(notice.endsOn) ?? today;
    const isPastTerm =
      this.state === LeaseState.ACTIVE && this.endsBefore !== null && endedBefore > this.endsBefore;
    if (endedBefore <= this.startsOn || notice.endsOn < notice.receivedOn || isPastTerm) {
      const message = isPastTerm
        ? `The lease ends on ${this.endsOn} without notice.`
        : 'A notice ends the lease on the day of its receipt or later, and not before the lease begins.';
      throw new DomainError('TERM_INVALID', message, { path: ['input', 'endsOn'] });
    }
    this.state = LeaseState.NOTICE_GIVEN;
    this.notice = notice;
    this.endedBefore = endedBefore;
  }

  withdrawNotice(today: string): void {
    this.demand(LeaseAction.WITHDRAW_NOTICE, today);
    this.state = this.atWillSince === null ? LeaseState.ACTIVE : LeaseState.AT_WILL;
    this.notice = null;
    this.endedBefore = null;
    this.nextChargeOn = today;
  }

  moveIn(on: string, today: string): void {
    this.demand(LeaseAction.RECORD_MOVE_IN, today);
    this.demandBegun(on, today);
    this.movedInOn = on;
  }

  moveOut(on: string, today: string): void {
    this.demand(LeaseAction.RECORD_MOVE_OUT, today);
    this.demandBegun(on, today);
    if (on < (this.movedInOn ?? on)) throw dayInvalid('The tenants moved in later than that.');
    this.movedOutOn = on;
  }

  /** Throws LEASE_STATE or TERM_INVALID where it cannot end with that day; keeps why it does. */
  demandEnd(on: string, reason: string, today: string): void {
    this.demand(LeaseAction.END, today);
    if (on < this.startsOn) throw dayInvalid(`The lease begins on ${this.startsOn}.`);
    const endsOn = endsOnOf(this.holdsBefore);
    if (endsOn !== null && on >= endsOn) throw dayInvalid(`The lease ends on ${endsOn} already.`);
    this.endReason = reason;
  }

  /** Makes its end certain, unless it ends earlier anyway: whether it did. */
  endBefore(day: string): boolean {
    if (this.holdsBefore !== null && this.holdsBefore <= day) return false;
    this.endedBefore = day;
    return true;
  }

  terminate(): void {
    this.end(LeaseState.TERMINATED);
  }

  close(today: string): void {
    this.demand(LeaseAction.CLOSE, today);
    this.state = LeaseState.CLOSED;
    this.nextChargeOn = null;
  }

  /** Until when it holds its unit; null has no end in sight. */
  get holdsBefore(): string | null {
    return this.endedBefore ?? (this.atWillSince === null ? this.endsBefore : null);
  }

  /** It is over, the day after the last one: as agreed with a renewal, or by notice and termination. */
  end(state: LeaseState.EXPIRED | LeaseState.TERMINATED): void {
    this.state = state;
    this.endedBefore ??= this.endsBefore;
  }

  /** R26: the term is over and nothing follows; it goes on, and is charged, until the tenant leaves. */
  goOnAtWill(today: string): void {
    this.state = LeaseState.AT_WILL;
    this.atWillSince = this.endsBefore;
    this.nextChargeOn = today;
  }

  /** Makes its version rise where one of its parts changed, also a second time in one moment. */
  touch(now: Date): void {
    this.updatedAt = now > this.updatedAt ? now : new Date(this.updatedAt.getTime() + 1);
  }

  /** What it charges was changed: its version rises, and the next line of a signed one is looked for anew. */
  recharge(now: Date, today: string): void {
    this.touch(now);
    if (this.isSigned) this.nextChargeOn = today;
  }

  /** What the lease's events say. */
  fact(parties: readonly LeaseParty[]) {
    const { id: leaseId, organizationId, companyId, propertyId, unitId, tenancyId } = this;
    const { number, state, startsOn, endsOn, currency, rentMinor, depositMinor } = this;
    const { movedInOn, movedOutOn, endedOn, renewedFromId } = this;
    const place = { leaseId, organizationId, companyId, propertyId, unitId, tenancyId };
    return {
      ...place,
      number,
      state,
      startsOn,
      endsOn,
      currency,
      rentMinor,
      depositMinor,
      parties: parties.map((party) => party.fact()),
      noticeEndsOn: this.notice?.endsOn ?? null,
      movedInOn,
      movedOutOn,
      endedOn,
      renewedFromId,
    };
  }

  /** Throws LEASE_STATE where it can have no new term (R27). */
  demandRenewable(today: string): void {
    this.demand(LeaseAction.OFFER_RENEWAL, today);
    this.demandOpenEnd();
  }

  /** Throws LEASE_STATE where its end is certain already. */
  private demandOpenEnd(): void {
    if (this.endedOn === null) return;
    throw new DomainError('LEASE_STATE', `The lease ends on ${this.endedOn} already.`, {
      path: ['input', 'leaseId'],
    });
  }

  /** Throws TERM_INVALID for a day that is to come, or on which it had not begun. */
  private demandBegun(on: string, today: string): void {
    if (on > today) throw dayInvalid('It is recorded once it has happened.');
    if (on < this.startsOn) throw dayInvalid(`The lease begins on ${this.startsOn}.`);
  }

  private setTerm({ startsOn, endsOn }: Term): void {
    if (endsOn !== null && endsOn < startsOn) {
      throw new DomainError('TERM_INVALID', 'The lease ends before it begins.', {
        path: ['input', 'endsOn'],
      });
    }
    this.startsOn = startsOn;
    this.endsBefore = endsBeforeOf(endsOn);
  }
}

const dayInvalid = (message: string): DomainError =>
  new DomainError('TERM_INVALID', message, { path: ['input', 'on'] });
