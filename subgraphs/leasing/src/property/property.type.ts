import { Authenticated, EntityType, Public } from '@propertea/chassis/graph';
import { Field, ID, ObjectType } from 'type-graphql';

@Public()
@EntityType()
@Authenticated()
@ObjectType('Property', { description: 'Land with buildings, or one house, at one address.' })
export class PropertyObject {
  @Field(() => ID, { description: 'Identifies the property.' })
  id!: string;
}
