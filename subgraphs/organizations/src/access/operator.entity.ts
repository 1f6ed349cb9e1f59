import { Entity } from '@mikro-orm/decorators/legacy';
import { Aggregate } from '@propertea/chassis/store';

/** A person who operates the platform; the id is the user's. */
@Entity({ tableName: 'operators' })
export class Operator extends Aggregate {
  static appoint(id: string): Operator {
    return Object.assign(new Operator(), { id });
  }
}
