import { Entity, Property as Column } from '@mikro-orm/decorators/legacy';
import { OrganizationAggregate } from '@propertea/chassis/store';
import { DomainError } from '@propertea/kernel';
import { minor } from '../minor.js';
import type { UnitCategory } from '../terms.js';

/** What the office says of a unit; facts keep the rest. */
export interface RentableUnitTerms {
  baseRentMinor?: number | null | undefined;
  rentableFrom?: string | null | undefined;
}

/** The commercial view of a unit, under the unit's own id: what it should cost and when it is free. */
@Entity({ tableName: 'rentable_units' })
export class RentableUnit extends OrganizationAggregate {
  @Column({ type: 'uuid' })
  companyId!: string;

  @Column({ type: 'uuid' })
  propertyId!: string;

  @Column({ type: 'text' })
  code!: string;

  @Column({ type: 'text' })
  category!: UnitCategory;

  @Column({ type: 'integer', nullable: true })
  bedrooms: number | null = null;

  @Column({ type: 'integer', nullable: true })
  areaSquareDecimetres: number | null = null;

  @Column({ type: 'integer', nullable: true })
  floor: number | null = null;

  /** Expected rent of a month, in minor units of the company's currency. */
  @Column({ type: minor, nullable: true })
  baseRentMinor: number | null = null;

  /** The first day on which it can be let. */
  @Column({ type: 'date', nullable: true })
  rentableFrom: string | null = null;

  /** The first day on which it is no longer there. */
  @Column({ type: 'date', nullable: true })
  retiredOn: string | null = null;

  /** From when on nothing occupies it any more; null where no end is in sight (occupancy/availability.ts writes it). */
  @Column({ type: 'date', nullable: true, hidden: true })
  availableFrom: string | null = null;

  /** Sequence of its availability facts. */
  @Column({ type: 'integer', hidden: true })
  availabilityVersion!: number;

  /** Version of the unit that the copy shows. */
  @Column({ type: 'integer', hidden: true })
  sequence!: number;

  get isRetired(): boolean {
    return this.retiredOn !== null;
  }

  get areaSquareMetres(): number | null {
    return this.areaSquareDecimetres === null ? null : this.areaSquareDecimetres / 100;
  }

  /** What is left out stays; null is removed. */
  change({ baseRentMinor, rentableFrom }: RentableUnitTerms): void {
    this.demandLive('rentableUnitId');
    if (baseRentMinor !== undefined) this.baseRentMinor = baseRentMinor;
    if (rentableFrom !== undefined) this.rentableFrom = rentableFrom;
  }

  /** Throws UNIT_RETIRED where it is no longer there. */
  demandLive(field: string): void {
    if (this.retiredOn === null) return;
    throw new DomainError('UNIT_RETIRED', 'The unit is retired. Restore it first.', {
      path: ['input', field],
    });
  }

  /** Throws UNIT_BLOCKED for a term that begins before it can be let, UNIT_RETIRED for a retired one. */
  demandRentable(startsOn: string, field: string): void {
    this.demandLive(field);
    if (this.rentableFrom === null || startsOn >= this.rentableFrom) return;
    throw new DomainError('UNIT_BLOCKED', `The unit can be let from ${this.rentableFrom} on.`, {
      path: ['input', field],
    });
  }
}
