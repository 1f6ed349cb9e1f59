import { AtMost, Authenticated } from '@propertea/chassis/graph';
import { Arg, FieldResolver, Query, Resolver, Root } from 'type-graphql';
import { IMPORT_LIMITS } from './limits.js';
import {
  FIELDS_AT_MOST,
  ImportColumnType,
  ImportLayoutDefinitionType,
  ImportMappingType,
} from './import-mapping.type.js';
import { Import, ImportLayout } from './import.entity.js';
import { ImportType } from './import.type.js';
import { layoutNamed, layouts } from './layouts.js';
import { proposeColumns } from './propose-mapping.js';

const definitions: ImportLayoutDefinitionType[] = layouts.map(({ name, description, columns }) => ({
  layout: ImportLayout[name],
  description,
  fields: Object.values(columns)
    .map(({ field, title, description: says, required, takesValue, choices }) => ({
      field,
      title,
      description: says,
      isRequired: required,
      canBeFixed: takesValue,
      choices,
    }))
    .toSorted((a, b) => Number(b.isRequired) - Number(a.isRequired)),
}));

/** What the mapping of a file's columns needs. */
@Resolver(() => ImportType)
export class ImportMappingResolver {
  @Authenticated()
  @AtMost(4)
  @Query(() => [ImportLayoutDefinitionType], {
    nullable: true,
    description: 'The layouts of portfolio files and the fields that columns may be mapped to.',
  })
  importLayouts(): ImportLayoutDefinitionType[] {
    return definitions;
  }

  @AtMost(IMPORT_LIMITS.columns)
  @FieldResolver(() => [ImportColumnType], {
    description:
      'The columns of the file from left to right, and what each probably holds. Empty once it is discarded.',
  })
  columns(
    @Root() { columns, proposal, layout }: Import,
    @Arg('layout', () => ImportLayout, {
      nullable: true,
      description: 'In which layout; without it in that of the import, else in the proposed one.',
    })
    wanted: ImportLayout | null,
  ): ImportColumnType[] {
    const name = wanted ?? layout ?? proposal?.layout ?? ImportLayout.UNITS;
    const titles = (columns ?? []).map(({ title }) => title);
    const known = proposeColumns(layoutNamed(name), titles);
    const isEarlier = proposal?.layout === name && proposal.isEarlier;
    const earlier = new Map(proposal?.mapping.map(({ column, field }) => [column, field]));
    return (columns ?? []).map(({ title, samples }, index) => {
      const proposed = known[index] ?? null;
      const field = (isEarlier ? earlier.get(title) : proposed?.field) ?? null;
      const isProposalSure = field !== null && (isEarlier || proposed?.isSure === true);
      return { position: index + 1, title, samples, proposedField: field, isProposalSure };
    });
  }

  @FieldResolver(() => ImportLayout, {
    nullable: true,
    description: 'Which layout the file probably has; absent where nothing is recognised.',
  })
  proposedLayout(@Root() { proposal }: Import) {
    return proposal?.layout ?? null;
  }

  @AtMost(FIELDS_AT_MOST)
  @FieldResolver(() => [ImportMappingType], {
    description:
      'What a mapping in the proposed layout may begin with: the one that was used for the last file with the same headings, such as the file of which these are the rejected rows, else what the headings say.',
  })
  proposedMapping(@Root() { proposal }: Import) {
    return proposal?.mapping ?? [];
  }

  @AtMost(FIELDS_AT_MOST)
  @FieldResolver(() => [ImportMappingType], {
    description:
      'The mapping that was asked for the last time, and is used again unless another one is given; empty where the header decides.',
  })
  mapping(@Root() { mapping }: Import) {
    return mapping ?? [];
  }
}
