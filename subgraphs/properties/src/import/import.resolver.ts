import {
  After,
  AtMost,
  Authenticated,
  First,
  type RoomContext,
  sortInput,
  type SortDirection,
  toConnection,
  toSort,
} from '@propertea/chassis/graph';
import { keysetPage } from '@propertea/chassis/store';
import { Arg, Ctx, FieldResolver, ID, Mutation, Query, Resolver, Root } from 'type-graphql';
import { AuditEntryConnection, historyOf } from '../history.js';
import { User } from '../user.type.js';
import { discardImport } from './discard-import.js';
import { rejectedRowsPath } from './downloads.js';
import type { FindingCode } from './finding.js';
import { isImportable } from './importable.js';
import { ImportFinding } from './import-finding.entity.js';
import { importPortfolio } from './import-portfolio.js';
import { forgetUpload, wakeImports } from './import-worker.js';
import { Import, ImportState } from './import.entity.js';
import { importById } from './import.loader.js';
import { demandImporter, visibleImports } from './import.policy.js';
import {
  DiscardImportInput,
  DiscardImportPayload,
  ImportConnection,
  ImportFilter,
  ImportFindingCountType,
  ImportPortfolioInput,
  ImportPortfolioPayload,
  ImportRowResultConnection,
  ImportRowResultFilter,
  ImportType,
  KINDS_AT_MOST,
} from './import.type.js';

export const ImportSort = sortInput('Import', { CREATED_AT: 'By time of upload.' });

@Resolver(() => ImportType)
export class ImportResolver {
  @Query(() => ImportType, { nullable: true, description: 'An import of the organization.' })
  import(
    @Arg('id', () => ID, { description: 'Which import.' }) id: string,
    @Ctx() context: RoomContext,
  ) {
    return context.loadById(importById, 'Import', id);
  }

  @Query(() => ImportConnection, {
    nullable: true,
    description: 'The imports of the organization, newest first; without reach over it, one’s own.',
  })
  async imports(
    @First() first: number,
    @After() after: string | null,
    @Arg('filter', () => ImportFilter, { nullable: true, description: 'Which imports.' })
    filter: ImportFilter | null,
    @Arg('sort', () => ImportSort, { nullable: true, description: 'In which order.' })
    sort: { field: string; direction: SortDirection } | null,
    @Ctx() context: RoomContext,
  ) {
    void context.organizationId;
    demandImporter(context.identity);
    const page = await keysetPage(await context.em(), Import, {
      where: {
        $and: [
          visibleImports(context.identity),
          { state: filter?.state ?? { $ne: ImportState.DISCARDED } },
        ],
      },
      sort: toSort(sort, { field: 'createdAt', direction: 'DESC' }),
      page: { first, after },
    });
    return toConnection(page);
  }

  @Authenticated()
  @Mutation(() => ImportPortfolioPayload, {
    nullable: true,
    description:
      'Imports an uploaded file into the organization’s companies, or tries to. It goes on by itself: read the import to follow it.',
  })
  async importPortfolio(
    @Arg('input', () => ImportPortfolioInput, { description: 'Which file, and how.' })
    input: ImportPortfolioInput,
    @Ctx() context: RoomContext,
  ) {
    return context.run(importPortfolio, input, async ({ id }) => {
      const found = await context.load(importById, id);
      wakeImports(context.services.store);
      return { import: found };
    });
  }

  @Authenticated()
  @Mutation(() => DiscardImportPayload, {
    nullable: true,
    description:
      'Gives up an upload that is not wanted: its file and what was said of it go for good. A dry run under way ends; what is being imported, or was, stays.',
  })
  async discardImport(
    @Arg('input', () => DiscardImportInput, { description: 'Which upload.' })
    input: DiscardImportInput,
    @Ctx() context: RoomContext,
  ) {
    return context.run(discardImport, input, async ({ id }) => {
      await forgetUpload(context.services.store, id);
      return { import: await context.load(importById, id) };
    });
  }

  @FieldResolver(() => Boolean, {
    description:
      'Whether importing it now could succeed: its file is kept, nothing is under way, it was not imported yet, and its columns are known by the header or a mapping.',
  })
  canImport(@Root() found: Import, @Ctx() context: RoomContext) {
    return isImportable(found, context.services.clock.now());
  }

  @AtMost(KINDS_AT_MOST)
  @FieldResolver(() => [ImportFindingCountType], {
    description:
      'How many findings the last run has of each kind: errors first, most frequent first.',
  })
  findingCounts(@Root() { findingCounts }: Import) {
    return findingCounts ?? [];
  }

  @FieldResolver(() => User, {
    nullable: true,
    description: 'Who uploaded the file; absent for the platform itself.',
  })
  uploadedBy(@Root() { uploadedBy }: Import) {
    return uploadedBy === null ? null : { id: uploadedBy };
  }

  @FieldResolver(() => ImportRowResultConnection, {
    description: 'What is to be said about the rows, in the order of the file.',
  })
  async rows(
    @Root() { id, organizationId }: Import,
    @First() first: number,
    @After() after: string | null,
    @Arg('filter', () => ImportRowResultFilter, { nullable: true, description: 'Which results.' })
    filter: ImportRowResultFilter | null,
    @Ctx() context: RoomContext,
  ) {
    const wanted = {
      ...(filter?.severity && { severity: filter.severity }),
      ...(filter?.code && { code: filter.code as FindingCode }),
    };
    const page = await keysetPage(await context.em(), ImportFinding, {
      where: { organizationId, importId: id, ...wanted },
      sort: { field: 'position', direction: 'ASC' },
      page: { first, after },
    });
    return toConnection(page);
  }

  @FieldResolver(() => String, {
    nullable: true,
    description:
      'Where the rejected rows can be fetched as CSV, relative to the gateway; absent without any.',
  })
  rejectedRowsUrl(@Root() { id, rowsRejected }: Import) {
    return rowsRejected > 0 ? rejectedRowsPath(id) : null;
  }

  @FieldResolver(() => AuditEntryConnection, { description: 'Its changes, newest first.' })
  history(
    @Root() { id }: Import,
    @First() first: number,
    @After() after: string | null,
    @Ctx() context: RoomContext,
  ) {
    return historyOf(context, 'Import', id, { first, after });
  }
}
