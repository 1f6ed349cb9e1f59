import { Entity, Property as Column } from '@mikro-orm/decorators/legacy';
import { OrganizationAggregate } from '@propertea/chassis/store';
import { endsOnOf } from '../days.js';
import { minor } from '../minor.js';
import type { ChargeCycle, ChargeKind, ProrationMethod } from '../terms.js';

/** What a charge of a lease is, how much and how often; amounts in minor units, half-open days. */
export interface ChargeTemplateFacts {
  kind: ChargeKind;
  label: string;
  amountMinor: number;
  cycle: ChargeCycle;
  dueDay: number;
  leadDays: number;
  proration: ProrationMethod;
  startsOn: string;
  endsBefore: string | null;
}

/** What a lease costs, how often, and up to where lines were generated. */
@Entity({ tableName: 'charge_templates' })
export class ChargeTemplate extends OrganizationAggregate {
  @Column({ type: 'uuid' })
  leaseId!: string;

  @Column({ type: 'text' })
  kind!: ChargeKind;

  @Column({ type: 'text' })
  label!: string;

  @Column({ type: minor })
  amountMinor!: number;

  @Column({ type: 'text' })
  cycle!: ChargeCycle;

  /** R1: the anchor, 1 to 31; months that are shorter clamp it. */
  @Column({ type: 'smallint' })
  dueDay!: number;

  /** How many days before it is due a line is generated. */
  @Column({ type: 'smallint' })
  leadDays!: number;

  @Column({ type: 'text' })
  proration!: ProrationMethod;

  @Column({ type: 'date' })
  startsOn!: string;

  @Column({ type: 'date', nullable: true })
  endsBefore: string | null = null;

  /** The first day that no line covers yet; null: all lines are there. */
  @Column({ type: 'date', nullable: true })
  billedBefore: string | null = null;

  @Column({ type: 'timestamptz', nullable: true })
  removedAt: Date | null = null;

  static create(
    lease: { id: string; organizationId: string },
    facts: ChargeTemplateFacts,
  ): ChargeTemplate {
    const { id: leaseId, organizationId } = lease;
    const billedBefore = facts.startsOn;
    return Object.assign(new ChargeTemplate(), { leaseId, organizationId, billedBefore, ...facts });
  }

  get endsOn(): string | null {
    return endsOnOf(this.endsBefore);
  }

  /** Whether a line exists for any of its time: from then on its past stays as it is (R6). */
  get isBilled(): boolean {
    return this.billedBefore === null || this.billedBefore > this.startsOn;
  }

  /** What the lease's history says of it. */
  entry() {
    const { kind, label, amountMinor, cycle, dueDay, leadDays, proration, startsOn, endsOn } = this;
    return { kind, label, amountMinor, cycle, dueDay, leadDays, proration, startsOn, endsOn };
  }
}
