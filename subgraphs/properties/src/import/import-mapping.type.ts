import { AtMost, Authenticated, CacheControl } from '@propertea/chassis/graph';
import { Field, InputType, Int, ObjectType, registerEnumType } from 'type-graphql';
import { ImportField } from './import-field.js';
import { ImportLayout } from './import.entity.js';

/** More than any layout has. */
export const FIELDS_AT_MOST = 30;

registerEnumType(ImportField, {
  name: 'ImportField',
  description:
    'What a column of a portfolio file may hold. Which layout reads which, importLayouts says.',
  valuesConfig: {
    COMPANY: { description: 'Code or name of a company of the organization.' },
    PROPERTY_CODE: { description: 'Code of the property.' },
    PROPERTY_NAME: { description: 'Name of the property.' },
    PROPERTY_TYPE: { description: 'What the property is meant for.' },
    STREET: { description: 'Street and house number.' },
    POSTAL_CODE: { description: 'Postal code.' },
    CITY: { description: 'City or town.' },
    REGION: { description: 'State, province or region.' },
    COUNTRY: { description: 'Country as two letters.' },
    LATITUDE: { description: 'Degrees north.' },
    LONGITUDE: { description: 'Degrees east.' },
    JURISDICTION: { description: 'Whose law holds there.' },
    TIME_ZONE: { description: 'IANA name of the time zone.' },
    BUILDING_CODE: { description: 'Code of the building.' },
    BUILDING_NAME: { description: 'Name of the building.' },
    ENTRANCE: { description: 'Code of the entrance.' },
    UNIT_CODE: { description: 'Code of the unit.' },
    CATEGORY: { description: 'What the unit is.' },
    BEDROOMS: { description: 'Number of bedrooms.' },
    BATHROOMS: { description: 'Number of bathrooms.' },
    AREA: { description: 'Area in square metres.' },
    FLOOR: { description: 'Floor.' },
    UNIT_COUNT: { description: 'How many units a development has.' },
  },
});

@Authenticated()
@CacheControl({ maxAge: 300, scope: 'PUBLIC' })
@ObjectType('ImportFieldDefinition', { description: 'A field that a layout reads.' })
export class ImportFieldDefinitionType {
  @Field(() => ImportField, { description: 'Which field.' })
  field!: ImportField;

  @Field(() => String, {
    description: 'The heading under which it is found without a mapping, in English.',
  })
  title!: string;

  @Field(() => String, { description: 'What its cells hold, in English.' })
  description!: string;

  @Field(() => Boolean, {
    description: 'Whether a file must have it: as a column, or as a value for all rows.',
  })
  isRequired!: boolean;

  @Field(() => Boolean, {
    description: 'Whether one value for all rows may be given instead of a column.',
  })
  canBeFixed!: boolean;

  @Field(() => [String], {
    description: 'Everything that it may hold, where that can be listed; empty otherwise.',
  })
  choices!: readonly string[];
}

@Authenticated()
@CacheControl({ maxAge: 300, scope: 'PUBLIC' })
@ObjectType('ImportLayoutDefinition', {
  description: 'A layout of portfolio files: what its rows mean and which fields they have.',
})
export class ImportLayoutDefinitionType {
  @Field(() => ImportLayout, { description: 'Which layout.' })
  layout!: ImportLayout;

  @Field(() => String, { description: 'What one row means, in English.' })
  description!: string;

  @AtMost(FIELDS_AT_MOST)
  @Field(() => [ImportFieldDefinitionType], { description: 'Its fields, required ones first.' })
  fields!: ImportFieldDefinitionType[];
}

@Authenticated()
@ObjectType('ImportColumn', { description: 'A column of an uploaded file.' })
export class ImportColumnType {
  @Field(() => Int, { description: 'Which column, from 1 on the left.' })
  position!: number;

  @Field(() => String, {
    description:
      'Its heading, at most 120 characters; a mapping names the column by it. Empty where it has none.',
  })
  title!: string;

  @Field(() => [String], {
    description: 'Up to three different cells of it, at most 120 characters each.',
  })
  samples!: readonly string[];

  @Field(() => ImportField, {
    nullable: true,
    description: 'What it probably holds; absent where nothing comes near.',
  })
  proposedField!: ImportField | null;

  @Field(() => Boolean, {
    description:
      'Whether the proposal follows from a known heading or an earlier mapping; a mere resemblance is for a person to confirm.',
  })
  isProposalSure!: boolean;
}

@Authenticated()
@ObjectType('ImportMapping', { description: 'Where an import takes one field from.' })
export class ImportMappingType {
  @Field(() => ImportField, { description: 'Which field.' })
  field!: ImportField;

  @Field(() => String, { nullable: true, description: 'The heading of the column.' })
  column!: string | null;

  @Field(() => String, { nullable: true, description: 'The value for all rows.' })
  value!: string | null;
}

@InputType({
  description:
    'Where an import is to take one field from: either a column or a value for all rows.',
})
export class ImportMappingInput {
  @Field(() => ImportField, { description: 'Which field of the layout.' })
  field!: ImportField;

  @Field(() => String, {
    nullable: true,
    description: 'The heading of a column, as `Import.columns` has it.',
  })
  column?: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'The same for all rows, 1 to 200 characters; for fields that `canBeFixed`.',
  })
  value?: string | null;
}
