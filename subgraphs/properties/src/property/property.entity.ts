import { Entity, Property as Column } from '@mikro-orm/decorators/legacy';
import { OrganizationAggregate } from '@propertea/chassis/store';
import { DomainError } from '@propertea/kernel';
import type { Address, Coordinates } from '../address/address.js';
import { refuseChildren, refuseRetired } from '../lifecycle.js';
import type { PropertyFacts } from './property-facts.js';
import type { PropertyType } from './property-type.js';

/** Whose property it becomes. */
export interface Owner {
  id: string;
  organizationId: string;
  isRetired: boolean;
}

/** Land with buildings, or one house: what a company owns at one address. */
@Entity({ tableName: 'properties' })
export class Property extends OrganizationAggregate {
  /** Never changes: another owner means another property in the books. */
  @Column({ type: 'uuid' })
  companyId!: string;

  @Column({ type: 'text' })
  code!: string;

  @Column({ type: 'text' })
  name!: string;

  @Column({ type: 'text' })
  type!: PropertyType;

  @Column({ type: 'text' })
  addressLine1!: string;

  @Column({ type: 'text', nullable: true })
  addressLine2: string | null = null;

  @Column({ type: 'text' })
  city!: string;

  /** The city in small letters, by which lists filter; made by the database. */
  @Column({ type: 'text', generated: 'by column', hidden: true })
  citySearch!: string;

  @Column({ type: 'text', nullable: true })
  region: string | null = null;

  @Column({ type: 'text' })
  postalCode!: string;

  @Column({ type: 'text' })
  country!: string;

  @Column({ type: 'double', nullable: true })
  latitude: number | null = null;

  @Column({ type: 'double', nullable: true })
  longitude: number | null = null;

  /** Which laws hold there: a country or a part of one. */
  @Column({ type: 'text' })
  jurisdiction!: string;

  /** In which business dates are meant, by its IANA name. */
  @Column({ type: 'text' })
  timeZone!: string;

  /** Live units. The database counts them; it is never written from here. */
  @Column({ type: 'integer', generated: 'by trigger', hidden: true })
  unitCount!: number;

  /** Code of the company, then its own: an order for lists. The database writes it. */
  @Column({ type: 'text', generated: 'by trigger', hidden: true })
  byCompany!: string;

  @Column({ type: 'timestamptz', nullable: true })
  retiredAt: Date | null = null;

  /** Throws PARENT_RETIRED for a retired company. */
  static create(owner: Owner, facts: PropertyFacts): Property {
    const property = Object.assign(new Property(), {
      organizationId: owner.organizationId,
      companyId: owner.id,
    });
    property.demandOwner(owner, ['input', 'companyId']);
    property.change(facts);
    return property;
  }

  get isRetired(): boolean {
    return this.retiredAt !== null;
  }

  get address(): Address {
    const { addressLine1: line1, addressLine2: line2, city, region, postalCode, country } = this;
    return { line1, line2, city, region, postalCode, country };
  }

  get coordinates(): Coordinates | null {
    const { latitude, longitude } = this;
    return latitude === null || longitude === null ? null : { latitude, longitude };
  }

  /** What is left out stays; coordinates of null are removed. */
  change(facts: Partial<PropertyFacts>): void {
    refuseRetired(this, 'property', 'propertyId');
    const { address, coordinates, ...plain } = facts;
    for (const [field, value] of Object.entries(plain)) {
      if (value !== undefined) Object.assign(this, { [field]: value });
    }
    if (address) {
      const { line1, line2, ...rest } = address;
      Object.assign(this, { addressLine1: line1, addressLine2: line2, ...rest });
    }
    if (coordinates !== undefined) {
      this.latitude = coordinates?.latitude ?? null;
      this.longitude = coordinates?.longitude ?? null;
    }
  }

  /** R49: live buildings and units block it. */
  retire(now: Date, live: { buildings: number; units: number }): void {
    refuseRetired(this, 'property', 'propertyId');
    refuseChildren(live, 'propertyId');
    this.retiredAt = now;
  }

  restore(owner: Owner, code?: string | null): void {
    if (!this.retiredAt) {
      throw new DomainError('CONFLICT', 'This property is not retired.', {
        path: ['input', 'propertyId'],
      });
    }
    this.demandOwner(owner, ['input', 'propertyId']);
    this.retiredAt = null;
    if (code) this.code = code;
  }

  /** What the property's events say. */
  fact() {
    const { id: propertyId, organizationId, companyId, code, name, isRetired } = this;
    const { jurisdiction, timeZone } = this;
    return {
      propertyId,
      organizationId,
      companyId,
      code,
      name,
      jurisdiction,
      timeZone,
      isRetired,
    };
  }

  private demandOwner(owner: Owner, path: string[]): void {
    if (!owner.isRetired) return;
    throw new DomainError('PARENT_RETIRED', 'Its company is retired. Restore the company first.', {
      path,
    });
  }
}
