import { Entity, Property as Column } from '@mikro-orm/decorators/legacy';
import { OrganizationAggregate } from '@propertea/chassis/store';
import { DomainError } from '@propertea/kernel';
import type { Address } from '../address/address.js';
import { demandLive, refuseChildren, refuseRetired } from '../lifecycle.js';
import type { Property } from '../property/property.entity.js';
import type { BuildingFacts, Entrance } from './building-facts.js';

const MAX_ENTRANCES = 100;

/** A building of a property, with the entrances by which its units are reached. */
@Entity({ tableName: 'buildings' })
export class Building extends OrganizationAggregate {
  @Column({ type: 'uuid' })
  companyId!: string;

  @Column({ type: 'uuid' })
  propertyId!: string;

  @Column({ type: 'text' })
  code!: string;

  @Column({ type: 'text', nullable: true })
  name: string | null = null;

  /** Its own address; null where it has the property's. */
  @Column({ type: 'json', nullable: true })
  address: Address | null = null;

  @Column({ type: 'json' })
  entrances: Entrance[] = [];

  @Column({ type: 'timestamptz', nullable: true })
  retiredAt: Date | null = null;

  static create(property: Property, facts: BuildingFacts): Building {
    demandLive(property, 'property', 'propertyId');
    const { id: propertyId, organizationId, companyId } = property;
    const building = Object.assign(new Building(), { propertyId, organizationId, companyId });
    building.change(facts);
    return building;
  }

  get isRetired(): boolean {
    return this.retiredAt !== null;
  }

  /** What is left out stays; a name or address of null is removed. */
  change({ code, name, address }: Partial<BuildingFacts>): void {
    refuseRetired(this, 'building', 'buildingId');
    if (code !== undefined) this.code = code;
    if (name !== undefined) this.name = name;
    if (address !== undefined) this.address = address;
  }

  hasEntrance(code: string): boolean {
    return this.entrances.some((entrance) => entrance.code === code);
  }

  addEntrance({ code, name, addressLine }: Partial<Entrance> & { code: string }): void {
    refuseRetired(this, 'building', 'buildingId');
    if (this.hasEntrance(code)) {
      throw new DomainError('CODE_TAKEN', 'Another entrance of this building has this code.', {
        path: ['input', 'code'],
      });
    }
    if (this.entrances.length >= MAX_ENTRANCES) {
      throw new DomainError('CONFLICT', `A building has at most ${MAX_ENTRANCES} entrances.`, {
        path: ['input', 'buildingId'],
      });
    }
    const entrance = { code, name: name ?? null, addressLine: addressLine ?? null };
    this.entrances = [...this.entrances, entrance].toSorted((a, b) => (a.code < b.code ? -1 : 1));
  }

  /** What is left out stays; null is removed. */
  changeEntrance(code: string, facts: Partial<Omit<Entrance, 'code'>>): void {
    refuseRetired(this, 'building', 'buildingId');
    this.demandEntrance(code, 'code');
    const { name, addressLine } = facts;
    this.entrances = this.entrances.map((entrance) =>
      entrance.code === code
        ? {
            code,
            name: name === undefined ? entrance.name : name,
            addressLine: addressLine === undefined ? entrance.addressLine : addressLine,
          }
        : entrance,
    );
  }

  /** Throws ENTRANCE_IN_USE while live units are reached by it. */
  removeEntrance(code: string, liveUnits: number): void {
    refuseRetired(this, 'building', 'buildingId');
    this.demandEntrance(code, 'code');
    if (liveUnits > 0) {
      const units = liveUnits === 1 ? '1 unit uses' : `${liveUnits} units use`;
      throw new DomainError('ENTRANCE_IN_USE', `${units} this entrance. Move them first.`, {
        path: ['input', 'code'],
      });
    }
    this.entrances = this.entrances.filter((entrance) => entrance.code !== code);
  }

  demandEntrance(code: string, field: string): void {
    if (this.hasEntrance(code)) return;
    throw new DomainError('ENTRANCE_UNKNOWN', 'The building has no entrance of this code.', {
      path: ['input', field],
    });
  }

  /** R49: live units block it. */
  retire(now: Date, live: { units: number }): void {
    refuseRetired(this, 'building', 'buildingId');
    refuseChildren(live, 'buildingId');
    this.retiredAt = now;
  }

  restore(property: Property, code?: string | null): void {
    if (!this.retiredAt) {
      throw new DomainError('CONFLICT', 'This building is not retired.', {
        path: ['input', 'buildingId'],
      });
    }
    demandLive(property, 'property', 'buildingId');
    this.retiredAt = null;
    if (code) this.code = code;
  }

  /** What the building's events say. */
  fact() {
    const { id: buildingId, propertyId, organizationId, code, isRetired } = this;
    return { buildingId, propertyId, organizationId, code, isRetired };
  }
}
