import { Authenticated, EntityType, LocalDate, Public } from '@propertea/chassis/graph';
import { Field, Float, ID, Int, ObjectType } from 'type-graphql';
import { UnitCategory } from '../terms.js';

@Public()
@EntityType()
@Authenticated()
@ObjectType('RentableUnit', {
  description: 'A unit as it is let: what it should cost and when it is free.',
})
export class RentableUnitObject {
  @Field(() => ID, { description: 'Identifies it.' })
  id!: string;

  @Field(() => Int, { description: 'Rises with every change; give it back to change it.' })
  version!: number;

  @Field(() => String, { description: 'The code of the unit.' })
  code!: string;

  @Field(() => UnitCategory, { description: 'What the unit is.' })
  category!: UnitCategory;

  @Field(() => Int, { nullable: true, description: 'How many bedrooms it has; 0 is a studio.' })
  bedrooms!: number | null;

  @Field(() => Float, { nullable: true, description: 'Its area in square metres.' })
  areaSquareMetres!: number | null;

  @Field(() => Int, { nullable: true, description: 'Its floor; 0 is level with the ground.' })
  floor!: number | null;

  @Field(() => Boolean, { description: 'Whether the unit was retired.' })
  isRetired!: boolean;

  @Field(() => LocalDate, {
    nullable: true,
    description: 'The first day on which it can be let; absent where nothing was said.',
  })
  rentableFrom!: string | null;
}
