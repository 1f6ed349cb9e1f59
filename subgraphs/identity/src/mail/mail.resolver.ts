import {
  After,
  type Connection,
  First,
  RequiresScope,
  RoomContext,
  toConnection,
} from '@propertea/chassis/graph';
import { keysetPage } from '@propertea/chassis/store';
import { Arg, Ctx, Query, Resolver } from 'type-graphql';
import { emailKey } from '../email.js';
import { Mail } from './mail.entity.js';
import { MailConnection, MailFilter } from './mail.type.js';

@Resolver()
export class MailResolver {
  @RequiresScope('operator')
  @Query(() => MailConnection, {
    nullable: true,
    description: 'Mails that the house has written, newest first; for operators.',
  })
  async mails(
    @Ctx() context: RoomContext,
    @First() first: number,
    @After() after?: string,
    @Arg('filter', () => MailFilter, { nullable: true, description: 'Which mails.' })
    filter?: MailFilter,
  ): Promise<Connection<Mail>> {
    const recipient = filter?.recipient;
    const page = await keysetPage(await context.em(), Mail, {
      where: recipient ? { recipientKey: emailKey(recipient) } : {},
      sort: { field: 'id', direction: 'DESC' },
      page: { first, after: after ?? null },
    });
    return toConnection(page);
  }
}
