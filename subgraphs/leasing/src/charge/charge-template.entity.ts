import { Entity, Property as Column } from '@mikro-orm/decorators/legacy';
import { OrganizationAggregate } from '@propertea/chassis/store';
import { DomainError } from '@propertea/kernel';
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

/** What a line was made from. */
const FIXED = ['kind', 'amountMinor', 'cycle', 'dueDay', 'proration', 'startsOn'] as const;

function billed(message: string, field: string): DomainError {
  return new DomainError('RENT_BILLED', message, { path: ['input', field] });
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

  /**
   * What it is from now on. Once a line is there only its label, when its lines come, and an end behind them may
   * change: RENT_BILLED for the rest (R6).
   */
  change(facts: ChargeTemplateFacts): void {
    if (this.isBilled) {
      const fixed = FIXED.find((field) => this[field] !== facts[field]);
      if (fixed)
        throw billed(
          `It is billed already. Schedule a change, or end it and add another charge.`,
          fixed,
        );
      const isCut = this.billedBefore !== null && (facts.endsBefore ?? '9999') < this.billedBefore;
      if (isCut) throw billed(`It is billed up to ${endsOnOf(this.billedBefore)}.`, 'endsOn');
    } else {
      this.billedBefore = facts.startsOn;
    }
    Object.assign(this, facts);
  }

  /** It begins with its lease, whose first day is another now. */
  beginOn(day: string): void {
    this.startsOn = day;
    this.billedBefore = day;
  }

  /** RENT_BILLED where a line is there: then it can be ended only. */
  remove(now: Date): void {
    if (this.isBilled) throw billed('It is billed already. End it instead.', 'chargeTemplateId');
    this.removedAt = now;
  }

  /** What the lease's history says of it. */
  entry() {
    const { kind, label, amountMinor, cycle, dueDay, leadDays, proration, startsOn, endsOn } = this;
    return { kind, label, amountMinor, cycle, dueDay, leadDays, proration, startsOn, endsOn };
  }
}
