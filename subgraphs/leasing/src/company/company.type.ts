import { Authenticated, EntityType, Public } from '@propertea/chassis/graph';
import { Field, ID, ObjectType } from 'type-graphql';

@Public()
@EntityType()
@Authenticated()
@ObjectType('Company', { description: 'The legal owner of properties inside an organization.' })
export class CompanyObject {
  @Field(() => ID, { description: 'Identifies the company.' })
  id!: string;
}
