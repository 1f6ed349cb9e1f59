import { Entity, Property as Column } from '@mikro-orm/decorators/legacy';
import { OrganizationAggregate } from '@propertea/chassis/store';

/** The chain of leases of the same parties on the same unit. */
@Entity({ tableName: 'tenancies' })
export class Tenancy extends OrganizationAggregate {
  @Column({ type: 'uuid' })
  unitId!: string;

  static create(unit: { id: string; organizationId: string }): Tenancy {
    return Object.assign(new Tenancy(), { organizationId: unit.organizationId, unitId: unit.id });
  }
}
