import { Authenticated, EntityType, Public } from '@propertea/chassis/graph';
import { Field, ID, ObjectType } from 'type-graphql';

@Public()
@EntityType()
@Authenticated()
@ObjectType('Tenancy', {
  description: 'The leases of the same parties on the same unit, one after the other.',
})
export class TenancyObject {
  @Field(() => ID, { description: 'Identifies the tenancy.' })
  id!: string;
}
