import { Inaccessible, type Payload, RoomContext } from '@propertea/chassis/graph';
import { workerSession } from '@propertea/chassis/store';
import { Arg, Ctx, Mutation, Query, Resolver } from 'type-graphql';
import { emailKey } from '../email.js';
import { settingsOf } from '../settings.js';
import { demandPlatform } from '../user/user.policy.js';
import { CreateAccountInput, CreateAccountPayload, SignInAccount } from './account.type.js';
import { createAccount } from './create-account.js';

@Resolver()
export class AccountResolver {
  @Inaccessible()
  @Query(() => SignInAccount, {
    nullable: true,
    description: 'The person with this verified e-mail address; for scripts of the house only.',
  })
  accountByEmail(
    @Ctx() context: RoomContext,
    @Arg('email', () => String, { description: 'The address, in any case.' }) email: string,
  ): Promise<SignInAccount | null> {
    demandPlatform(context.identity);
    const { store } = context.services;
    return store.transaction(workerSession(store.room), async (em) => {
      const [row] = await em.execute<SignInAccount[]>(
        `select u.id as "userId", a.id as subject, u.email, u.name from identity.users u
         left join identity.sign_ins s on s.user_id = u.id and s.issuer = ?
         left join identity.accounts a on a.id::text = s.subject
         where u.email_key = ? and u.is_email_verified and u.erased_at is null
         order by a.id nulls last limit 1`,
        [settingsOf(context).issuer, emailKey(email.slice(0, 320))],
      );
      return row ?? null;
    });
  }

  @Inaccessible()
  @Mutation(() => CreateAccountPayload, {
    nullable: true,
    description: 'Makes a person with a verified account; for demo data and the first operator.',
  })
  createAccount(
    @Ctx() context: RoomContext,
    @Arg('input', () => CreateAccountInput, { description: 'Whose account.' })
    input: CreateAccountInput,
  ): Promise<Payload<{ userId: string; subject: string }>> {
    const { embeddedIssuer, issuer } = settingsOf(context);
    const made = { ...input, issuer: embeddedIssuer ? issuer : null };
    return context.run(createAccount, made, (account) => account);
  }
}
