import { Entity, Property as Column } from '@mikro-orm/decorators/legacy';
import { OrganizationAggregate } from '@propertea/chassis/store';
import { DomainError } from '@propertea/kernel';
import { type PartyRole, PartyState } from '../terms.js';

/** What a person says of somebody in a lease. */
export interface PartyFacts {
  role: PartyRole;
  name: string;
  email?: string | null | undefined;
  phone?: string | null | undefined;
  userId?: string | null | undefined;
}

/** Somebody in a lease (R28). */
@Entity({ tableName: 'lease_parties' })
export class LeaseParty extends OrganizationAggregate {
  @Column({ type: 'uuid' })
  leaseId!: string;

  @Column({ type: 'text' })
  role!: PartyRole;

  @Column({ type: 'text' })
  state: PartyState = PartyState.FUTURE;

  @Column({ type: 'text' })
  name!: string;

  @Column({ type: 'text', nullable: true })
  email: string | null = null;

  @Column({ type: 'text', nullable: true })
  phone: string | null = null;

  /** The person's own account, once it is known to be theirs. */
  @Column({ type: 'uuid', nullable: true })
  userId: string | null = null;

  @Column({ type: 'date', nullable: true })
  movedInOn: string | null = null;

  @Column({ type: 'date', nullable: true })
  movedOutOn: string | null = null;

  static create(lease: { id: string; organizationId: string }, facts: PartyFacts): LeaseParty {
    const { id: leaseId, organizationId } = lease;
    const party = Object.assign(new LeaseParty(), { leaseId, organizationId });
    party.change(facts);
    return party;
  }

  /** What is left out stays; null is removed. Another address may be somebody else's, whose account is not known. */
  change(facts: Partial<PartyFacts>): void {
    if (facts.email !== undefined && facts.email !== this.email) this.userId = null;
    for (const [field, value] of Object.entries(facts)) {
      if (value !== undefined) Object.assign(this, { [field]: value });
    }
  }

  /** When they moved in and out, from which follows whether they live there; what is left out stays. */
  move({
    movedInOn,
    movedOutOn,
  }: Partial<Record<'movedInOn' | 'movedOutOn', string | null | undefined>>): void {
    if (movedInOn === undefined && movedOutOn === undefined) return;
    if (movedInOn !== undefined) this.movedInOn = movedInOn;
    if (movedOutOn !== undefined) this.movedOutOn = movedOutOn;
    if (this.movedOutOn !== null && this.movedOutOn < (this.movedInOn ?? '')) {
      const path = ['input', 'movedOutOn'];
      throw new DomainError('TERM_INVALID', 'They moved out before they moved in.', { path });
    }
    const lives = this.movedInOn === null ? PartyState.FUTURE : PartyState.CURRENT;
    this.state = this.movedOutOn === null ? lives : PartyState.MOVED_OUT;
  }

  /** R28: is there from this day on, and has not left yet. */
  moveIn(on: string): void {
    if (this.state === PartyState.MOVED_OUT) return;
    this.state = PartyState.CURRENT;
    this.movedInOn = on;
  }

  /** R28: left on this day, unless they had before. */
  moveOut(on: string): void {
    if (this.state === PartyState.MOVED_OUT) return;
    this.state = PartyState.MOVED_OUT;
    this.movedOutOn = on;
  }

  /** What the lease's events say of the party: no name, no address. */
  fact() {
    const { id: partyId, role, state, userId } = this;
    return { partyId, role, state, userId };
  }

  /** What the lease's history says of the party. */
  entry() {
    const { role, state, name, email, phone, userId, movedInOn, movedOutOn } = this;
    return { role, state, name, email, phone, userId, movedInOn, movedOutOn };
  }
}
