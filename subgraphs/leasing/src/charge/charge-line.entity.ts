import { Entity, PrimaryKey, Property as Column } from '@mikro-orm/decorators/legacy';
import { newId } from '@propertea/kernel';
import { endsOnOf } from '../days.js';
import { minor } from '../minor.js';
import type { ChargeKind } from '../terms.js';

/** What is due of a lease for one period of one template; only what is credited of it ever changes. */
@Entity({ tableName: 'charge_lines' })
export class ChargeLine {
  @PrimaryKey({ type: 'uuid' })
  id: string = newId();

  @Column({ type: 'uuid' })
  organizationId!: string;

  @Column({ type: 'uuid' })
  leaseId!: string;

  @Column({ type: 'uuid' })
  templateId!: string;

  @Column({ type: 'text' })
  kind!: ChargeKind;

  @Column({ type: 'text' })
  label!: string;

  @Column({ type: 'date' })
  periodStartsOn!: string;

  @Column({ type: 'date' })
  periodEndsBefore!: string;

  @Column({ type: 'date' })
  dueOn!: string;

  @Column({ type: minor })
  amountMinor!: number;

  @Column({ type: minor })
  creditedMinor!: number;

  @Column({ type: 'text' })
  currency!: string;

  @Column({ type: 'boolean' })
  isProrated!: boolean;

  @Column({ type: 'timestamptz' })
  createdAt: Date = new Date();

  get periodEndsOn(): string {
    return endsOnOf(this.periodEndsBefore) ?? this.periodStartsOn;
  }
}
