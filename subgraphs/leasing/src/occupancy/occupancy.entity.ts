import { Entity, PrimaryKey, Property as Column } from '@mikro-orm/decorators/legacy';
import { newId } from '@propertea/kernel';
import { endsOnOf } from '../days.js';
import type { OccupancyKind } from '../terms.js';

/** What holds a unit for a time: a signed lease, a reservation, a block. They never overlap (R25). */
@Entity({ tableName: 'occupancies' })
export class Occupancy {
  @PrimaryKey({ type: 'uuid' })
  id: string = newId();

  @Column({ type: 'uuid' })
  organizationId!: string;

  @Column({ type: 'uuid' })
  unitId!: string;

  @Column({ type: 'uuid' })
  companyId!: string;

  @Column({ type: 'uuid' })
  propertyId!: string;

  @Column({ type: 'text' })
  kind!: OccupancyKind;

  @Column({ type: 'uuid', nullable: true })
  leaseId: string | null = null;

  @Column({ type: 'uuid', nullable: true })
  blockId: string | null = null;

  @Column({ type: 'date' })
  startsOn!: string;

  @Column({ type: 'date', nullable: true })
  endsBefore: string | null = null;

  get endsOn(): string | null {
    return endsOnOf(this.endsBefore);
  }
}
