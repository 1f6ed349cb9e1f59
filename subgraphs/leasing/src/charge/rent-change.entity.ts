import { Entity, Property as Column } from '@mikro-orm/decorators/legacy';
import { OrganizationAggregate } from '@propertea/chassis/store';
import { minor } from '../minor.js';
import type { RentChangeKind } from '../terms.js';

/** A scheduled change of a template's amount; what is billed never changes (R6). */
@Entity({ tableName: 'rent_changes' })
export class RentChange extends OrganizationAggregate {
  @Column({ type: 'uuid' })
  leaseId!: string;

  @Column({ type: 'uuid' })
  templateId!: string;

  @Column({ type: 'text' })
  kind!: RentChangeKind;

  /** The first day of the new amount. */
  @Column({ type: 'date' })
  effectiveOn!: string;

  @Column({ type: minor })
  amountMinor!: number;

  @Column({ type: 'text', nullable: true })
  note: string | null = null;

  @Column({ type: 'timestamptz', nullable: true })
  cancelledAt: Date | null = null;

  static create(
    template: { id: string; leaseId: string; organizationId: string },
    facts: Pick<RentChange, 'kind' | 'effectiveOn' | 'amountMinor' | 'note'>,
  ): RentChange {
    const { id: templateId, leaseId, organizationId } = template;
    return Object.assign(new RentChange(), { templateId, leaseId, organizationId, ...facts });
  }

  /** What the lease's history says of it. */
  entry() {
    const { templateId, kind, effectiveOn, amountMinor, note } = this;
    return { templateId, kind, effectiveOn, amountMinor, note };
  }

  get isCancelled(): boolean {
    return this.cancelledAt !== null;
  }
}
