import { Entity, Property as Column } from '@mikro-orm/decorators/legacy';
import { OrganizationAggregate } from '@propertea/chassis/store';
import { DomainError } from '@propertea/kernel';
import { endsBeforeOf, endsOnOf } from '../days.js';
import { minor } from '../minor.js';
import { RenewalState } from '../terms.js';

const PATH = ['input', 'renewalOfferId'];

/** What is offered: the new term, inclusive, and the rent of a month. */
export interface RenewalTerms {
  startsOn: string;
  endsOn: string | null;
  rentMinor: number;
  expiresOn: string;
  note: string | null;
}

/** The offer of a new term to the parties of a lease (R27). */
@Entity({ tableName: 'renewal_offers' })
export class RenewalOffer extends OrganizationAggregate {
  @Column({ type: 'uuid' })
  leaseId!: string;

  @Column({ type: 'text' })
  state: RenewalState = RenewalState.OFFERED;

  @Column({ type: 'date' })
  startsOn!: string;

  @Column({ type: 'date', nullable: true })
  endsBefore: string | null = null;

  /** Of a month. */
  @Column({ type: minor })
  rentMinor!: number;

  /** The last day on which it can be accepted. */
  @Column({ type: 'date' })
  expiresOn!: string;

  @Column({ type: 'text', nullable: true })
  note: string | null = null;

  @Column({ type: 'uuid', nullable: true })
  newLeaseId: string | null = null;

  static create(
    lease: { id: string; organizationId: string },
    terms: RenewalTerms,
    today: string,
  ): RenewalOffer {
    const { id: leaseId, organizationId } = lease;
    const offer = Object.assign(new RenewalOffer(), { leaseId, organizationId });
    offer.setTerms(terms, today);
    return offer;
  }

  /** Throws LEASE_STATE unless the offer waits for an answer. */
  change(terms: RenewalTerms, today: string): void {
    this.demand(RenewalState.OFFERED);
    this.setTerms(terms, today);
  }

  /** Another state, from one of those in which that is possible (R27). */
  become(state: RenewalState, ...from: RenewalState[]): void {
    this.demand(...from);
    this.state = state;
  }

  accept(today: string): void {
    this.become(RenewalState.ACCEPTED, RenewalState.OFFERED);
    if (this.expiresOn >= today) return;
    throw new DomainError('LEASE_STATE', `The offer was open until ${this.expiresOn}.`, {
      path: PATH,
    });
  }

  /** Throws LEASE_STATE unless it was accepted. */
  demandAccepted(): void {
    this.demand(RenewalState.ACCEPTED);
  }

  sign(newLeaseId: string): void {
    this.become(RenewalState.SIGNED, RenewalState.ACCEPTED);
    this.newLeaseId = newLeaseId;
  }

  /** What the history of the lease says of it. */
  entry() {
    const { state, startsOn, endsOn, rentMinor, expiresOn, note } = this;
    return { state, startsOn, endsOn, rentMinor, expiresOn, note };
  }

  private demand(...states: RenewalState[]): void {
    if (states.includes(this.state)) return;
    const word = this.state.toLowerCase();
    throw new DomainError('LEASE_STATE', `The offer is ${word}.`, { path: PATH });
  }

  private setTerms({ endsOn, ...terms }: RenewalTerms, today: string): void {
    Object.assign(this, terms, { endsBefore: endsBeforeOf(endsOn) });
    const fail = (message: string, field: string) =>
      new DomainError('TERM_INVALID', message, { path: ['input', field] });
    if (endsOn !== null && endsOn < this.startsOn) {
      throw fail('The new term ends before it begins.', 'endsOn');
    }
    if (this.expiresOn < today || this.expiresOn >= this.startsOn) {
      throw fail('The offer is open until a day before the new term, today or later.', 'expiresOn');
    }
  }

  get endsOn(): string | null {
    return endsOnOf(this.endsBefore);
  }
}
