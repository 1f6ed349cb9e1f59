import { EntityType } from '@propertea/chassis/graph';
import { Field, ID, ObjectType } from 'type-graphql';

@EntityType()
@ObjectType('User', { description: 'A person: one identity, whatever they are to whom.' })
export class User {
  @Field(() => ID, { description: 'Identifies the person.' })
  id!: string;
}
