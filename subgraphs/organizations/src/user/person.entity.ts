import { Entity, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';

/** A copy of a person's name and e-mail address, kept by the events of identity. */
@Entity({ tableName: 'people' })
export class Person {
  @PrimaryKey({ type: 'uuid' })
  userId!: string;

  @Property({ type: 'text' })
  email!: string;

  @Property({ type: 'boolean' })
  isEmailVerified!: boolean;

  @Property({ type: 'text' })
  name!: string;
}
