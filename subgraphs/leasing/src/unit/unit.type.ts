import { Authenticated, EntityType, Public } from '@propertea/chassis/graph';
import { Field, ID, ObjectType } from 'type-graphql';

@Public()
@EntityType()
@Authenticated()
@ObjectType('Unit', { description: 'The smallest thing that is let, as it physically is.' })
export class UnitObject {
  @Field(() => ID, { description: 'Identifies the unit.' })
  id!: string;
}
