import {
  After,
  Authenticated,
  type Connection,
  First,
  Internal,
  Public,
  type RoomContext,
} from '@propertea/chassis/graph';
import { Arg, Ctx, FieldResolver, ID, Mutation, Query, Resolver, Root } from 'type-graphql';
import { AuditEntryConnection, historyOf } from '../history.js';
import { changeOrganization } from './change-organization.js';
import type { Organization } from './organization.entity.js';
import { organizationById } from './organization.loader.js';
import {
  ChangeOrganizationInput,
  ChangeOrganizationPayload,
  OrganizationType,
  RegisterOrganizationInput,
  RegisterOrganizationPayload,
} from './organization.type.js';
import { registerOrganization } from './register-organization.js';

@Resolver(() => OrganizationType)
export class OrganizationResolver {
  @Public()
  @Query(() => OrganizationType, { nullable: true, description: 'An organization of the caller.' })
  organization(
    @Arg('id', () => ID, { description: 'Which organization.' }) id: string,
    @Ctx() context: RoomContext,
  ) {
    return context.loadById(organizationById, 'Organization', id);
  }

  @Authenticated()
  @Mutation(() => RegisterOrganizationPayload, {
    nullable: true,
    description: 'Registers an organization; who does so becomes its administrator.',
  })
  registerOrganization(
    @Arg('input', () => RegisterOrganizationInput, { description: 'The new organization.' })
    input: RegisterOrganizationInput,
    @Ctx() context: RoomContext,
  ) {
    return context.run(registerOrganization, input, ({ organization }) => ({ organization }));
  }

  @Public()
  @Authenticated()
  @Mutation(() => ChangeOrganizationPayload, {
    nullable: true,
    description: 'Changes the attributes of an organization.',
  })
  changeOrganization(
    @Arg('input', () => ChangeOrganizationInput, { description: 'What to change.' })
    input: ChangeOrganizationInput,
    @Ctx() context: RoomContext,
  ) {
    return context.run(changeOrganization, input, async ({ organizationId }) => ({
      organization: await context.load(organizationById, organizationId),
    }));
  }

  @Internal()
  @FieldResolver(() => AuditEntryConnection, { description: 'Its changes, newest first.' })
  history(
    @Root() organization: Organization,
    @First() first: number,
    @After() after: string | null,
    @Ctx() context: RoomContext,
  ): Promise<Connection<object>> {
    return historyOf(context, 'Organization', organization.id, { first, after });
  }
}
