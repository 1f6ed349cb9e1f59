import { Entity, Property as Column } from '@mikro-orm/decorators/legacy';
import { OrganizationAggregate } from '@propertea/chassis/store';

/** An at-will lease that met a signed one, for the office to settle (R25). */
@Entity({ tableName: 'hold_over_conflicts' })
export class HoldOverConflict extends OrganizationAggregate {
  @Column({ type: 'uuid' })
  unitId!: string;

  @Column({ type: 'uuid' })
  atWillLeaseId!: string;

  @Column({ type: 'uuid' })
  futureLeaseId!: string;

  @Column({ type: 'date' })
  recordedOn!: string;

  @Column({ type: 'timestamptz', nullable: true })
  settledAt: Date | null = null;

  @Column({ type: 'text', nullable: true })
  settlement: string | null = null;

  settle(settlement: string, now: Date): void {
    this.settlement = settlement;
    this.settledAt = now;
  }
}
