import { Entity, PrimaryKey, Property as Column } from '@mikro-orm/decorators/legacy';
import { newId } from '@propertea/kernel';
import { minor } from '../minor.js';

/** What is given back of a line for a time, and why. */
@Entity({ tableName: 'charge_credits' })
export class ChargeCredit {
  @PrimaryKey({ type: 'uuid' })
  id: string = newId();

  @Column({ type: 'uuid' })
  organizationId!: string;

  @Column({ type: 'uuid' })
  leaseId!: string;

  @Column({ type: 'uuid' })
  lineId!: string;

  @Column({ type: minor })
  amountMinor!: number;

  @Column({ type: 'date' })
  fromOn!: string;

  @Column({ type: 'date' })
  before!: string;

  @Column({ type: 'text' })
  reason!: string;

  @Column({ type: 'timestamptz' })
  createdAt: Date = new Date();
}
