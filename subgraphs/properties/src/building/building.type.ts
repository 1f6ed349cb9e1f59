import {
  Authenticated,
  CacheControl,
  connectionOf,
  DateTime,
  EntityType,
  Public,
  sortInput,
} from '@propertea/chassis/graph';
import { Arg, Field, ID, InputType, Int, ObjectType } from 'type-graphql';

@Public()
@Authenticated()
@CacheControl({ maxAge: 60 })
@ObjectType('Entrance', { description: 'A door of a building by which units are reached.' })
export class EntranceObject {
  @Field(() => String, { description: 'Its code, unique in the building.' })
  code!: string;

  @Field(() => String, { nullable: true, description: 'Its name, such as Garden side.' })
  name!: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'House number and street, where they differ from those of the building.',
  })
  addressLine!: string | null;

  @Field(() => Int, { description: 'How many live units are reached by it.' })
  unitCount!: number;
}

@Public()
@EntityType()
@Authenticated()
@CacheControl({ maxAge: 60 })
@ObjectType('Building', { description: 'A building of a property.' })
export class BuildingObject {
  @Field(() => ID, { description: 'Identifies the building.' })
  id!: string;

  @Field(() => Int, { description: 'Rises with every change; give it back to change it.' })
  version!: number;

  @Field(() => String, { description: 'Its code, unique among the live ones of its property.' })
  code!: string;

  @Field(() => String, { nullable: true, description: 'Its name.' })
  name!: string | null;

  @Field(() => Boolean, { description: 'Whether it was retired.' })
  isRetired!: boolean;

  @Field(() => DateTime, { nullable: true, description: 'When it was retired.' })
  retiredAt!: Date | null;

  @Field(() => DateTime, { description: 'When it was created.' })
  createdAt!: Date;

  @Field(() => DateTime, { description: 'When it was last changed.' })
  updatedAt!: Date;
}

export const BuildingConnection = connectionOf(() => BuildingObject, 'Building', {
  cache: { maxAge: 60 },
});

const BuildingSort = sortInput('Building', {
  CODE: 'By code.',
  NAME: 'By name, as people sort names; those without one come last.',
  CREATED_AT: 'By time of creation.',
  UPDATED_AT: 'By time of the last change.',
});

@InputType({ description: 'Which buildings to list; every condition must hold.' })
export class BuildingFilter {
  @Field(() => String, {
    nullable: true,
    description:
      'Words, in any case and without accents: each begins a word of code, name or address of the building or its property, or is the code of the company. "PROP-B" finds by the codes of property and building, the last of them by its beginning.',
  })
  search?: string | null;

  @Field(() => [ID], { nullable: true, description: 'Buildings of these companies, up to 100.' })
  companyIds?: string[] | null;

  @Field(() => ID, { nullable: true, description: 'Buildings of this property.' })
  propertyId?: string | null;

  @Field(() => Boolean, {
    nullable: true,
    description: 'Buildings with live units (true) or without any (false).',
  })
  hasUnits?: boolean | null;

  @Field(() => Boolean, {
    nullable: true,
    defaultValue: false,
    description: 'Retired ones (true), live ones (false) or both (null).',
  })
  isRetired?: boolean | null;
}

export const BuildingFilterArg = (): ParameterDecorator =>
  Arg('filter', () => BuildingFilter, {
    nullable: true,
    description: 'Which buildings; live ones unless it says otherwise.',
  }) as ParameterDecorator;

export const BuildingSortArg = (): ParameterDecorator =>
  Arg('sort', () => BuildingSort, {
    nullable: true,
    description: 'In which order; by code unless said otherwise.',
  }) as ParameterDecorator;
