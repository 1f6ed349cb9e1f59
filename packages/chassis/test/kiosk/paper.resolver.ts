import {
  After,
  Authenticated,
  connectionOf,
  First,
  Inaccessible,
  Public,
  RequiresScope,
  type RoomContext,
  sortInput,
  toConnection,
  toSort,
  userErrors,
} from '@propertea/chassis/graph';
import { keysetPage } from '@propertea/chassis/store';
import type { FilterQuery } from '@mikro-orm/core';
import {
  Arg,
  Ctx,
  Field,
  ID,
  InputType,
  Int,
  Mutation,
  ObjectType,
  Query,
  Resolver,
} from 'type-graphql';
import { Paper, printPaper } from './paper.js';

const { UserError } = userErrors({ CODE_TAKEN: 'Another paper has this code.' });

@Public()
@Authenticated()
@ObjectType('Paper', { description: 'A paper.' })
class PaperType {
  @Field(() => ID, { description: 'Which.' })
  id!: string;

  @Field(() => String, { description: 'Its code.' })
  code!: string;

  @Field(() => String, { description: 'Its title.' })
  title!: string;

  @Field(() => Int, { description: 'How many.' })
  copies!: number;
}

@RequiresScope('operator')
@ObjectType({ description: 'What only operators read.' })
class Ledger {
  @Field(() => String, { description: 'The balance.' })
  balance!: string;
}

const PaperConnection = connectionOf(() => PaperType, 'Paper');
const PaperSort = sortInput('Paper', {
  TITLE: 'By title.',
  COPIES: 'By copies.',
  CREATED_AT: 'By age.',
});

@InputType({ description: 'Which papers.' })
class PaperFilter {
  @Field(() => String, { nullable: true, description: 'Of this title.' })
  title?: string | null;
}

@InputType({ description: 'A paper to print.' })
class PrintPaperInput {
  @Field(() => String, { description: 'Its code.' })
  code!: string;

  @Field(() => String, { description: 'Its title.' })
  title!: string;
}

@ObjectType({ description: 'The answer to printPaper.' })
class PrintPaperPayload {
  @Field(() => String, { nullable: true, description: 'Its id.' })
  id?: string | null;

  @Field(() => [UserError], { description: 'Why nothing was done.' })
  errors!: object[];
}

@Resolver()
export class PaperResolver {
  @Public()
  @Query(() => PaperConnection, { nullable: true, description: 'The papers.' })
  async papers(
    @First() first: number,
    @After() after: string | null,
    @Arg('filter', () => PaperFilter, { nullable: true, description: 'Which papers.' })
    filter: PaperFilter | null,
    @Arg('sort', () => PaperSort, { nullable: true, description: 'In which order.' })
    sort: Parameters<typeof toSort>[0],
    @Ctx() context: RoomContext,
  ) {
    const { organizationId } = context;
    const where: FilterQuery<Paper> = filter?.title
      ? { organizationId, title: filter.title }
      : { organizationId };
    const page = await keysetPage(await context.em(), Paper, {
      where,
      sort: toSort(sort, { field: 'title', direction: 'ASC' }),
      page: { first, after },
    });
    return toConnection(page);
  }

  @Query(() => String, { description: 'Fails at once, also for what stands beside it.' })
  broken(): string {
    throw new Error('select secret from the_stack');
  }

  @Query(() => String, { nullable: true, description: 'Reads, waits and reads again.' })
  async slow(@Ctx() context: RoomContext) {
    await (await context.em()).execute('select pg_sleep(0.05)');
    await (await context.em()).execute('select 1');
    return 'done';
  }

  @Query(() => Ledger, { nullable: true, description: 'For operators.' })
  ledger() {
    return { balance: '0' };
  }

  @Inaccessible()
  @Query(() => String, { nullable: true, description: 'Open to everybody.' })
  open() {
    return 'yes';
  }

  @Authenticated()
  @Mutation(() => PrintPaperPayload, { nullable: true, description: 'Prints.' })
  printPaper(
    @Arg('input', () => PrintPaperInput, { description: 'What.' }) input: PrintPaperInput,
    @Ctx() context: RoomContext,
  ) {
    return context.run(printPaper, input, (id) => ({ id }));
  }
}
