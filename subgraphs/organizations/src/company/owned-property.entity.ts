import { Entity, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';

/** A copy of a property, kept by the events of properties. */
@Entity({ tableName: 'properties' })
export class OwnedProperty {
  @PrimaryKey({ type: 'uuid' })
  id!: string;

  @Property({ type: 'uuid' })
  organizationId!: string;

  @Property({ type: 'uuid' })
  companyId!: string;

  @Property({ type: 'boolean' })
  isRetired!: boolean;
}
