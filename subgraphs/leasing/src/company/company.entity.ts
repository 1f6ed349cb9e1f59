import { Entity, PrimaryKey, Property as Column } from '@mikro-orm/decorators/legacy';

/** A copy of what this room needs of a company: its events keep it (keep-company.ts). */
@Entity({ tableName: 'companies' })
export class Company {
  @PrimaryKey({ type: 'uuid' })
  id!: string;

  @Column({ type: 'uuid' })
  organizationId!: string;

  @Column({ type: 'text' })
  code!: string;

  @Column({ type: 'text' })
  name!: string;

  @Column({ type: 'text' })
  currency!: string;

  @Column({ type: 'boolean' })
  isRetired!: boolean;

  /** Version of the company that the copy shows. */
  @Column({ type: 'integer' })
  sequence!: number;
}
