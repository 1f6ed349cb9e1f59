import { Entity, Property as Column } from '@mikro-orm/decorators/legacy';
import { OrganizationAggregate } from '@propertea/chassis/store';
import { DomainError } from '@propertea/kernel';
import type { Address } from '../address/address.js';
import type { Building } from '../building/building.entity.js';
import { demandLive, refuseRetired } from '../lifecycle.js';
import type { Property } from '../property/property.entity.js';
import { UnitCategory } from './unit-category.js';
import { areaToShow, areaToStore, type UnitFacts } from './unit-facts.js';

/** The other live units of the property: how many, and how many of them are houses. */
export interface Neighbours {
  units: number;
  houses: number;
}

/** Where a unit lies. */
export interface Place {
  property: Property;
  building: Building | null;
  neighbours: Neighbours;
}

/** The smallest thing that is let: an apartment, a house, a shop, a parking space. */
@Entity({ tableName: 'units' })
export class Unit extends OrganizationAggregate {
  @Column({ type: 'uuid' })
  companyId!: string;

  @Column({ type: 'uuid' })
  propertyId!: string;

  @Column({ type: 'uuid', nullable: true })
  buildingId: string | null = null;

  @Column({ type: 'text', nullable: true })
  entranceCode: string | null = null;

  @Column({ type: 'text' })
  code!: string;

  @Column({ type: 'text' })
  category!: UnitCategory;

  @Column({ type: 'integer', nullable: true })
  bedrooms: number | null = null;

  @Column({ type: 'integer', nullable: true })
  bathroomHalves: number | null = null;

  @Column({ type: 'integer', nullable: true })
  areaSquareDecimetres: number | null = null;

  @Column({ type: 'integer', nullable: true })
  floor: number | null = null;

  /** Its own address; null where it has the building's or the property's. */
  @Column({ type: 'json', nullable: true })
  address: Address | null = null;

  /** Code of the property, then its own: an order for lists. The database keeps it when the property's changes. */
  @Column({ type: 'text', hidden: true })
  byProperty!: string;

  @Column({ type: 'timestamptz', nullable: true })
  retiredAt: Date | null = null;

  static create(place: Place, facts: UnitFacts): Unit {
    demandLive(place.property, 'property', 'propertyId');
    const { id: propertyId, organizationId, companyId } = place.property;
    const unit = Object.assign(new Unit(), { propertyId, organizationId, companyId });
    unit.change(place, facts);
    return unit;
  }

  get isRetired(): boolean {
    return this.retiredAt !== null;
  }

  /** Whole and half bathrooms: 1.5. */
  get bathrooms(): number | null {
    return this.bathroomHalves === null ? null : this.bathroomHalves / 2;
  }

  get areaSquareMetres(): number | null {
    return this.areaSquareDecimetres === null ? null : areaToShow(this.areaSquareDecimetres);
  }

  /**
   * What is left out stays; null is removed. `place` is where the unit lies afterwards; moved to
   * another building it leaves its entrance behind unless it is given a new one.
   */
  change(place: Place, facts: Partial<UnitFacts>): void {
    refuseRetired(this, 'unit', 'unitId');
    const { bathrooms, areaSquareMetres, entranceCode, ...plain } = facts;
    for (const [field, value] of Object.entries(plain)) {
      if (value !== undefined) Object.assign(this, { [field]: value });
    }
    if (bathrooms !== undefined) this.bathroomHalves = bathrooms === null ? null : bathrooms * 2;
    if (areaSquareMetres !== undefined) {
      this.areaSquareDecimetres = areaSquareMetres === null ? null : areaToStore(areaSquareMetres);
    }
    const buildingId = place.building?.id ?? null;
    if (entranceCode !== undefined) this.entranceCode = entranceCode;
    else if (buildingId !== this.buildingId) this.entranceCode = null;
    this.buildingId = buildingId;
    this.demandPlace(place);
  }

  retire(now: Date): void {
    refuseRetired(this, 'unit', 'unitId');
    this.retiredAt = now;
  }

  restore(place: Place, code?: string | null): void {
    if (!this.retiredAt) {
      throw new DomainError('CONFLICT', 'This unit is not retired.', { path: ['input', 'unitId'] });
    }
    demandLive(place.property, 'property', 'unitId');
    this.retiredAt = null;
    if (code) this.code = code;
    this.demandPlace(place);
  }

  /** What the unit's events say. */
  fact() {
    const { id: unitId, propertyId, buildingId, organizationId, companyId } = this;
    const { code, category, entranceCode } = this;
    const { bedrooms, bathrooms, areaSquareMetres, floor, isRetired } = this;
    const place = { unitId, propertyId, buildingId, organizationId, companyId, entranceCode };
    return { ...place, code, category, bedrooms, bathrooms, areaSquareMetres, floor, isRetired };
  }

  private demandPlace({ property, building, neighbours }: Place): void {
    this.byProperty = `${property.code} ${property.id} ${this.code}`;
    const refuse = (code: string, message: string, field: string): never => {
      throw new DomainError(code, message, { path: ['input', field] });
    };
    if (building) demandLive(building, 'building', 'buildingId');
    if (this.category === UnitCategory.APARTMENT && !building) {
      refuse('BUILDING_REQUIRED', 'An apartment lies in a building. Name one.', 'buildingId');
    }
    if (this.category === UnitCategory.HOUSE) {
      if (building) refuse('BUILDING_FORBIDDEN', 'A house lies in no building.', 'buildingId');
      if (neighbours.units > 0) {
        refuse(
          'HOUSE_STANDS_ALONE',
          'The property has other units; a house is its only one.',
          'category',
        );
      }
    }
    if (neighbours.houses > 0) {
      refuse('HOUSE_STANDS_ALONE', 'The property is a house, which is its only unit.', 'category');
    }
    if (this.entranceCode === null) return;
    if (building) building.demandEntrance(this.entranceCode, 'entranceCode');
    else refuse('BUILDING_REQUIRED', 'An entrance belongs to a building. Name one.', 'buildingId');
  }
}
