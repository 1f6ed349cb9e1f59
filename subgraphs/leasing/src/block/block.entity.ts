import { Entity, Property as Column } from '@mikro-orm/decorators/legacy';
import { OrganizationAggregate } from '@propertea/chassis/store';
import { DomainError } from '@propertea/kernel';
import { endsBeforeOf, endsOnOf } from '../days.js';
import type { RentableUnit } from '../rentable-unit/rentable-unit.entity.js';
import type { BlockReason } from '../terms.js';

/** What a person says of a block; days are inclusive, null is open. */
export interface BlockFacts {
  reason: BlockReason;
  note?: string | null | undefined;
  startsOn: string;
  endsOn?: string | null | undefined;
}

/** A time in which a unit is kept from being let. */
@Entity({ tableName: 'blocks' })
export class Block extends OrganizationAggregate {
  @Column({ type: 'uuid' })
  unitId!: string;

  @Column({ type: 'uuid' })
  companyId!: string;

  @Column({ type: 'uuid' })
  propertyId!: string;

  @Column({ type: 'text' })
  reason!: BlockReason;

  @Column({ type: 'text', nullable: true })
  note: string | null = null;

  @Column({ type: 'date' })
  startsOn!: string;

  @Column({ type: 'date', nullable: true })
  endsBefore: string | null = null;

  @Column({ type: 'timestamptz', nullable: true })
  removedAt: Date | null = null;

  static create(unit: RentableUnit, facts: BlockFacts): Block {
    unit.demandLive('rentableUnitId');
    const { id: unitId, organizationId, companyId, propertyId } = unit;
    const block = Object.assign(new Block(), { unitId, organizationId, companyId, propertyId });
    block.change(facts);
    return block;
  }

  get endsOn(): string | null {
    return endsOnOf(this.endsBefore);
  }

  get isRemoved(): boolean {
    return this.removedAt !== null;
  }

  /** What is left out stays; null is removed: no note, no end. */
  change({ reason, note, startsOn, endsOn }: Partial<BlockFacts>): void {
    if (this.removedAt) {
      throw new DomainError('CONFLICT', 'This block was removed.', { path: ['input', 'blockId'] });
    }
    if (reason !== undefined) this.reason = reason;
    if (note !== undefined) this.note = note;
    if (startsOn !== undefined) this.startsOn = startsOn;
    if (endsOn !== undefined) this.endsBefore = endsBeforeOf(endsOn);
    if (this.endsBefore !== null && this.endsBefore <= this.startsOn) {
      throw new DomainError('TERM_INVALID', 'The block ends before it begins.', {
        path: ['input', 'endsOn'],
      });
    }
  }

  remove(now: Date): void {
    this.change({});
    this.removedAt = now;
  }

  /** What the block's events say. */
  fact() {
    const { id: blockId, organizationId, companyId, propertyId, unitId } = this;
    const { reason, startsOn, endsOn } = this;
    return { blockId, organizationId, companyId, propertyId, unitId, reason, startsOn, endsOn };
  }
}
