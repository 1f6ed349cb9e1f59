import { Entity, Property as Column } from '@mikro-orm/decorators/legacy';
import { OrganizationAggregate } from '@propertea/chassis/store';
import { endsOnOf } from '../days.js';
import { minor } from '../minor.js';
import { RenewalState } from '../terms.js';

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

  get endsOn(): string | null {
    return endsOnOf(this.endsBefore);
  }
}
