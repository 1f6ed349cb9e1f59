import { Entity, Property } from '@mikro-orm/decorators/legacy';
import { Aggregate } from '@propertea/chassis/store';

/** The isolation boundary: whatever belongs to one organization does not exist for another (R46). */
@Entity({ tableName: 'organizations' })
export class Organization extends Aggregate {
  @Property({ type: 'text' })
  name!: string;

  static register(id: string, name: string): Organization {
    return Object.assign(new Organization(), { id, name });
  }

  rename(name: string): void {
    this.name = name;
  }
}
