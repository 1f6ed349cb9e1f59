import {
  After,
  Authenticated,
  type Connection,
  First,
  historyTypes,
  Inaccessible,
  Internal,
  JSONObject,
  type Payload,
  Public,
  RoomContext,
} from '@propertea/chassis/graph';
import { Arg, Ctx, FieldResolver, Mutation, Query, Resolver, Root } from 'type-graphql';
import { changePreferences } from './change-preferences.js';
import { changeProfile } from './change-profile.js';
import { eraseMyAccount } from './erase-my-account.js';
import { exportMyData } from './export-my-data.js';
import { linkIdentity } from './link-identity.js';
import type { User } from './user.entity.js';
import { usersById } from './user.loader.js';
import {
  ChangePreferencesInput,
  ChangePreferencesPayload,
  ChangeProfileInput,
  ChangeProfilePayload,
  EraseMyAccountInput,
  EraseMyAccountPayload,
  LinkIdentityInput,
  LinkIdentityPayload,
  UserType,
} from './user.type.js';

const { AuditEntryConnection, historyOf } = historyTypes(
  () => UserType,
  (context, userId) => context.load(usersById, userId),
);

const toUser = (context: RoomContext) => async (id: string) => ({
  user: await context.load(usersById, id),
});

@Resolver(() => UserType)
export class UserResolver {
  @Public()
  @Query(() => UserType, { nullable: true, description: 'The person who asks.' })
  viewer(@Ctx() context: RoomContext): Promise<User | null> | null {
    const { subject } = context.identity;
    return subject ? context.load(usersById, subject) : null;
  }

  @Internal()
  @FieldResolver(() => AuditEntryConnection, {
    nullable: true,
    description: 'What was changed about this person, newest first; for themselves only.',
  })
  history(
    @Root() user: User,
    @Ctx() context: RoomContext,
    @First() first: number,
    @After() after?: string,
  ): Promise<Connection<object>> | null {
    if (context.identity.subject !== user.id) return null;
    const scope = { organizationId: null, userId: user.id };
    return historyOf(context, 'User', user.id, { first, after: after ?? null }, scope);
  }

  @Internal()
  @FieldResolver(() => JSONObject, {
    nullable: true,
    description: 'Everything this room keeps about this person; for themselves only.',
  })
  accountData(
    @Root() user: User,
    @Ctx() context: RoomContext,
  ): Promise<Record<string, unknown>> | null {
    return context.identity.subject === user.id ? exportMyData(context, user.id) : null;
  }

  @Authenticated()
  @Mutation(() => ChangeProfilePayload, { nullable: true, description: 'Changes your own name.' })
  changeProfile(
    @Ctx() context: RoomContext,
    @Arg('input', () => ChangeProfileInput, { description: 'The name and the version read.' })
    input: ChangeProfileInput,
  ): Promise<Payload<{ user: User | null }>> {
    return context.run(changeProfile, input, toUser(context));
  }

  @Authenticated()
  @Mutation(() => ChangePreferencesPayload, {
    nullable: true,
    description: 'Changes your own language and time zone.',
  })
  changePreferences(
    @Ctx() context: RoomContext,
    @Arg('input', () => ChangePreferencesInput, { description: 'What to change.' })
    input: ChangePreferencesInput,
  ): Promise<Payload<{ user: User | null }>> {
    return context.run(changePreferences, input, toUser(context));
  }

  @Authenticated()
  @Mutation(() => EraseMyAccountPayload, {
    nullable: true,
    description: 'Erases your own data in every room. This cannot be undone.',
  })
  eraseMyAccount(
    @Ctx() context: RoomContext,
    @Arg('input', () => EraseMyAccountInput, { description: 'The confirmation.' })
    input: EraseMyAccountInput,
  ): Promise<Payload<{ isErased: boolean }>> {
    return context.run(eraseMyAccount, input, () => ({ isErased: true }));
  }

  @Inaccessible()
  @Mutation(() => LinkIdentityPayload, {
    nullable: true,
    description: 'Finds or makes the person of a sign-in; asked by the gateway only.',
  })
  linkIdentity(
    @Ctx() context: RoomContext,
    @Arg('input', () => LinkIdentityInput, { description: 'The verified claims.' })
    input: LinkIdentityInput,
  ): Promise<Payload<{ userId: string }>> {
    return context.run(linkIdentity, input, (userId) => ({ userId }));
  }
}
