import { Authenticated, connectionOf, DateTime, EntityType } from '@propertea/chassis/graph';
import { Field, ID, InputType, Int, ObjectType, registerEnumType } from 'type-graphql';
import { UserError } from '../errors.js';
import { findingCodes, FindingSeverity } from './finding.js';
import { ImportMappingInput } from './import-mapping.type.js';
import { ImportLayout, ImportState } from './import.entity.js';

/** Kinds of findings, with room for more. */
export const KINDS_AT_MOST = 60;

registerEnumType(ImportState, {
  name: 'ImportState',
  description: 'How far an import has come.',
  valuesConfig: {
    UPLOADED: { description: 'The file is stored; nothing was asked for yet.' },
    VALIDATING: { description: 'The file is read, or the dry run is under way.' },
    IMPORTING: { description: 'The rows are written; nothing shows before all are.' },
    COMPLETED: { description: 'Done: every row was accepted, unchanged or rejected.' },
    FAILED: { description: 'Nothing was written; the failure says why.' },
    DISCARDED: { description: 'Given up: its file and what was said of it are gone.' },
  },
});
registerEnumType(ImportLayout, {
  name: 'ImportLayout',
  description: 'Which columns a file has.',
  valuesConfig: {
    DEVELOPMENTS: { description: 'One row is one development of a management company.' },
    UNITS: { description: 'One row is one unit, or a property or building without one.' },
  },
});
registerEnumType(FindingSeverity, {
  name: 'ImportFindingSeverity',
  description: 'How much a remark weighs.',
  valuesConfig: {
    ERROR: { description: 'The row was rejected, or the file as a whole.' },
    CORRECTION: { description: 'The row was accepted as something else than it says.' },
    NOTICE: { description: 'The row was accepted; a person may want to look.' },
  },
});
const ImportFindingCode = Object.fromEntries(Object.keys(findingCodes).map((code) => [code, code]));
registerEnumType(ImportFindingCode, {
  name: 'ImportFindingCode',
  description: 'What a remark is about.',
  valuesConfig: Object.fromEntries(
    Object.entries(findingCodes).map(([code, description]) => [code, { description }]),
  ),
});

@Authenticated()
@ObjectType('ImportRowResult', { description: 'What an import says of a row of its file.' })
export class ImportRowResultType {
  @Field(() => Int, {
    nullable: true,
    description: 'The row; the header is row 1. Absent for the file as a whole.',
  })
  row!: number | null;

  @Field(() => String, { nullable: true, description: 'Title of the column.' })
  column!: string | null;

  @Field(() => FindingSeverity, { description: 'How much it weighs.' })
  severity!: FindingSeverity;

  @Field(() => ImportFindingCode, { description: 'What it is about, for programs.' })
  code!: string;

  @Field(() => String, { description: 'What it is about, for people.' })
  message!: string;

  @Field(() => String, { nullable: true, description: 'What the file says, shortened.' })
  value!: string | null;

  @Field(() => String, { nullable: true, description: 'What it might have meant, or what to do.' })
  suggestion!: string | null;
}

@Authenticated()
@ObjectType('ImportFindingCount', {
  description: 'How many findings of one kind an import has, such as four corrected types.',
})
export class ImportFindingCountType {
  @Field(() => ImportFindingCode, { description: 'What they are about.' })
  code!: string;

  @Field(() => FindingSeverity, { description: 'How much they weigh.' })
  severity!: FindingSeverity;

  @Field(() => Int, { description: 'How many there are.' })
  count!: number;
}

export const ImportRowResultConnection = connectionOf(
  () => ImportRowResultType,
  'ImportRowResult',
  {
    isPublic: false,
  },
);

@EntityType()
@Authenticated()
@ObjectType('Import', { description: 'An uploaded portfolio file and what became of it.' })
export class ImportType {
  @Field(() => ID, { description: 'Identifies the import.' })
  id!: string;

  @Field(() => ImportState, { description: 'How far it has come.' })
  state!: ImportState;

  @Field(() => Boolean, {
    description: 'Whether it only tries: a dry run writes nothing to the portfolio.',
  })
  isDryRun!: boolean;

  @Field(() => String, { description: 'Name of the file as it was uploaded.' })
  fileName!: string;

  @Field(() => Int, { description: 'Size of the file in bytes.' })
  fileBytes!: number;

  @Field(() => ImportLayout, {
    nullable: true,
    description: 'Which layout the file is read in: as asked for, else known when it is done.',
  })
  layout!: ImportLayout | null;

  @Field(() => Int, {
    nullable: true,
    description: 'How many rows the file has; known once it was read.',
  })
  rowsTotal!: number | null;

  @Field(() => Int, { description: 'How many rows have been worked on so far.' })
  rowsDone!: number;

  @Field(() => Int, { description: 'Rows that added something to the portfolio, or would have.' })
  rowsAccepted!: number;

  @Field(() => Int, { description: 'Rows that say what the portfolio says already.' })
  rowsUnchanged!: number;

  @Field(() => Int, { description: 'Rows with an error.' })
  rowsRejected!: number;

  @Field(() => Int, { description: 'Properties that it created, or would have.' })
  propertiesCreated!: number;

  @Field(() => Int, { description: 'Buildings that it created, or would have.' })
  buildingsCreated!: number;

  @Field(() => Int, { description: 'Units that it created, or would have.' })
  unitsCreated!: number;

  @Field(() => Int, { description: 'How many cells were read as something else than they say.' })
  corrections!: number;

  @Field(() => Int, { description: 'How many remarks a person may want to look at.' })
  notices!: number;

  @Field(() => String, { nullable: true, description: 'Why it failed.' })
  failure!: string | null;

  @Field(() => DateTime, { description: 'When the file was uploaded.' })
  createdAt!: Date;

  @Field(() => DateTime, { nullable: true, description: 'When it was last asked for.' })
  requestedAt!: Date | null;

  @Field(() => DateTime, { nullable: true, description: 'When it was completed or failed.' })
  finishedAt!: Date | null;

  @Field(() => DateTime, {
    nullable: true,
    description:
      'Until when the file is kept if nobody imports it; absent once it is imported or discarded.',
  })
  fileKeptUntil!: Date | null;
}

export const ImportConnection = connectionOf(() => ImportType, 'Import', { isPublic: false });

@InputType({ description: 'Which results to list.' })
export class ImportRowResultFilter {
  @Field(() => FindingSeverity, { nullable: true, description: 'Only these.' })
  severity?: FindingSeverity | null;

  @Field(() => ImportFindingCode, { nullable: true, description: 'Only those about this.' })
  code?: string | null;
}

@InputType({ description: 'Which imports to list.' })
export class ImportFilter {
  @Field(() => ImportState, {
    nullable: true,
    description: 'Only those that have come this far. Without it, all but the discarded ones.',
  })
  state?: ImportState | null;
}

@InputType({ description: 'Which file to import, and how.' })
export class ImportPortfolioInput {
  @Field(() => ID, { description: 'The import that POST /uploads/imports answered with.' })
  importId!: string;

  @Field(() => Boolean, {
    defaultValue: false,
    description: 'Only try: report every row and write nothing to the portfolio.',
  })
  dryRun!: boolean;

  @Field(() => ImportLayout, {
    nullable: true,
    description:
      'What the rows mean. Without it as the last time, else as the header says. Another one than the last time takes back the mapping.',
  })
  layout?: ImportLayout | null;

  @Field(() => [ImportMappingInput], {
    nullable: true,
    description:
      'Which column or value each field comes from, up to 30; columns that are not named are not read. Without it as the last time; an empty list goes by the header again.',
  })
  mapping?: ImportMappingInput[] | null;
}

@ObjectType({ description: 'The answer to importPortfolio.' })
export class ImportPortfolioPayload {
  @Field(() => ImportType, { nullable: true, description: 'The import, which now runs by itself.' })
  import?: object | null;

  @Field(() => [UserError], { description: 'Why nothing was done.' })
  errors!: object[];
}

@InputType({ description: 'Which import to discard.' })
export class DiscardImportInput {
  @Field(() => ID, { description: 'The import.' })
  importId!: string;
}

@ObjectType({ description: 'The answer to discardImport.' })
export class DiscardImportPayload {
  @Field(() => ImportType, { nullable: true, description: 'The import, now discarded.' })
  import?: object | null;

  @Field(() => [UserError], { description: 'Why nothing was done.' })
  errors!: object[];
}
