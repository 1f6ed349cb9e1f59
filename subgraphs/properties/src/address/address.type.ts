import { Authenticated, CacheControl, Public } from '@propertea/chassis/graph';
import { Field, Float, InputType, ObjectType } from 'type-graphql';

@Public()
@Authenticated()
@CacheControl({ maxAge: 60 })
@ObjectType('Address', { description: 'Where mail for a place goes.' })
export class AddressObject {
  @Field(() => String, { description: 'House number and street, as they are written there.' })
  line1!: string;

  @Field(() => String, { nullable: true, description: 'A second line, such as a rear building.' })
  line2!: string | null;

  @Field(() => String, { description: 'City or town.' })
  city!: string;

  @Field(() => String, { nullable: true, description: 'State, province or county.' })
  region!: string | null;

  @Field(() => String, { description: 'Postal or ZIP code.' })
  postalCode!: string;

  @Field(() => String, { description: 'Country by its two letters of ISO 3166-1.' })
  country!: string;
}

@Public()
@Authenticated()
@CacheControl({ maxAge: 60 })
@ObjectType('Coordinates', { description: 'A point on the map, in WGS 84.' })
export class CoordinatesObject {
  @Field(() => Float, { description: 'Degrees north, −90 to 90.' })
  latitude!: number;

  @Field(() => Float, { description: 'Degrees east, −180 to 180.' })
  longitude!: number;
}

@InputType({ description: 'Where mail for a place goes.' })
export class AddressInput {
  @Field(() => String, { description: 'House number and street, 1 to 200 characters.' })
  line1!: string;

  @Field(() => String, { nullable: true, description: 'A second line, up to 200 characters.' })
  line2?: string | null;

  @Field(() => String, { description: 'City or town, 1 to 100 characters.' })
  city!: string;

  @Field(() => String, {
    nullable: true,
    description: 'State, province or county, up to 100 characters.',
  })
  region?: string | null;

  @Field(() => String, { description: 'Postal or ZIP code, 1 to 20 characters.' })
  postalCode!: string;

  @Field(() => String, { description: 'Country by its two letters of ISO 3166-1.' })
  country!: string;
}

@InputType({ description: 'A point on the map, in WGS 84.' })
export class CoordinatesInput {
  @Field(() => Float, { description: 'Degrees north, −90 to 90.' })
  latitude!: number;

  @Field(() => Float, { description: 'Degrees east, −180 to 180.' })
  longitude!: number;
}
