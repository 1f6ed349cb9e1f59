import { Entity, PrimaryKey, Property as Column } from '@mikro-orm/decorators/legacy';

/** A copy of what this room needs of a property: its events keep it (on/keep-property.ts). */
@Entity({ tableName: 'properties' })
export class Property {
  @PrimaryKey({ type: 'uuid' })
  id!: string;

  @Column({ type: 'uuid' })
  organizationId!: string;

  @Column({ type: 'uuid' })
  companyId!: string;

  @Column({ type: 'text' })
  code!: string;

  @Column({ type: 'text' })
  name!: string;

  /** Its IANA name; null until a fact tells, and then days are counted in UTC. */
  @Column({ type: 'text', nullable: true })
  timeZone!: string | null;

  /** Which laws hold there: a country or a part of one; null until a fact tells. */
  @Column({ type: 'text', nullable: true })
  jurisdiction!: string | null;

  @Column({ type: 'boolean' })
  isRetired!: boolean;

  /** Version of the property that the copy shows. */
  @Column({ type: 'integer' })
  sequence!: number;
}
