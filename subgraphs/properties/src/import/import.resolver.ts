import {
  After,
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
import { rejectedRowsPath } from './downloads.js';
import { ImportFinding } from './import-finding.entity.js';
import { importPortfolio } from './import-portfolio.js';
import { wakeImports } from './import-worker.js';
import { Import } from './import.entity.js';
import { importById } from './import.loader.js';
import { demandImporter, visibleImports } from './import.policy.js';
import {
  ImportConnection,
  ImportFilter,
  ImportPortfolioInput,
  ImportPortfolioPayload,
  ImportRowResultConnection,
  ImportRowResultFilter,
  ImportType,
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
        $and: [visibleImports(context.identity), filter?.state ? { state: filter.state } : {}],
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
    const severity = filter?.severity ? { severity: filter.severity } : {};
    const page = await keysetPage(await context.em(), ImportFinding, {
      where: { organizationId, importId: id, ...severity },
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
