import { AtMost, Authenticated, Costs, Public } from '@propertea/chassis/graph';
import { Field, Float, ID, Int, ObjectType } from 'type-graphql';
import { MAX_POINTS } from './list-points.js';

// Thousands of them come by one statement.
@Costs(0)
@Public()
@Authenticated()
@ObjectType('PropertyPoint', { description: 'A property as a point on the map.' })
export class PropertyPointObject {
  @Field(() => ID, { description: 'Identifies the property.' })
  id!: string;

  @Field(() => String, { description: 'Its code, unique among the live ones of its company.' })
  code!: string;

  @Field(() => String, { description: 'Its name.' })
  name!: string;

  @Field(() => Float, { description: 'Degrees north, −90 to 90.' })
  latitude!: number;

  @Field(() => Float, { description: 'Degrees east, −180 to 180.' })
  longitude!: number;

  @Field(() => Int, { description: 'How many live units it has.' })
  unitCount!: number;

  @Field(() => String, { description: 'House number and street.' })
  addressLine!: string;

  @Field(() => String, { description: 'City or town.' })
  city!: string;
}

@Public()
@Authenticated()
@ObjectType('PropertyPoints', { description: 'Properties on the map.' })
export class PropertyPointsObject {
  @AtMost(MAX_POINTS)
  @Field(() => [PropertyPointObject], {
    description: 'Those with coordinates, largest first; at most 5,000.',
  })
  points!: PropertyPointObject[];

  @Field(() => Boolean, { description: 'Whether these are all of them; if not, filter more.' })
  isComplete!: boolean;
}
