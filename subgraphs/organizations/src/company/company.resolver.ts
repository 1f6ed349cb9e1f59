import {
  After,
  Authenticated,
  First,
  Internal,
  Public,
  type RoomContext,
} from '@propertea/chassis/graph';
import { Arg, Ctx, FieldResolver, ID, Mutation, Query, Resolver, Root } from 'type-graphql';
import { AuditEntryConnection, historyOf } from '../history.js';
import { organizationById } from '../organization/organization.loader.js';
import { OrganizationType } from '../organization/organization.type.js';
import { changeCompany } from './change-company.js';
import type { Company } from './company.entity.js';
import { companyById } from './company.loader.js';
import {
  ChangeCompanyInput,
  ChangeCompanyPayload,
  CompanyConnection,
  CompanyFilter,
  CompanySort,
  CompanyType,
  CreateCompanyInput,
  CreateCompanyPayload,
  RestoreCompanyInput,
  RestoreCompanyPayload,
  RetireCompanyInput,
  RetireCompanyPayload,
} from './company.type.js';
import { createCompany } from './create-company.js';
import { type CompanyListArguments, listCompanies } from './list-companies.js';
import { restoreCompany } from './restore-company.js';
import { retireCompany } from './retire-company.js';

@Resolver(() => CompanyType)
export class CompanyResolver {
  @Public()
  @Query(() => CompanyType, { nullable: true, description: 'A company of the organization.' })
  company(
    @Arg('id', () => ID, { description: 'Which company.' }) id: string,
    @Ctx() context: RoomContext,
  ) {
    return context.loadById(companyById, 'Company', id);
  }

  @Public()
  @Query(() => CompanyConnection, {
    nullable: true,
    description: 'The companies of the organization within the reach of the caller.',
  })
  companies(
    @First() first: number,
    @After() after: string | null,
    @Arg('filter', () => CompanyFilter, { nullable: true, description: 'Which companies.' })
    filter: CompanyFilter | null,
    @Arg('sort', () => CompanySort, {
      nullable: true,
      description: 'In which order; by name unless said otherwise.',
    })
    sort: CompanyListArguments['sort'],
    @Ctx() context: RoomContext,
  ) {
    return listCompanies(context, { first, after, filter, sort });
  }

  @Public()
  @Authenticated()
  @Mutation(() => CreateCompanyPayload, { nullable: true, description: 'Creates a company.' })
  createCompany(
    @Arg('input', () => CreateCompanyInput, { description: 'The new company.' })
    input: CreateCompanyInput,
    @Ctx() context: RoomContext,
  ) {
    return context.run(createCompany, input, (result) => asPayload(context, result));
  }

  @Public()
  @Authenticated()
  @Mutation(() => ChangeCompanyPayload, {
    nullable: true,
    description: 'Changes the attributes of a company.',
  })
  changeCompany(
    @Arg('input', () => ChangeCompanyInput, { description: 'What to change.' })
    input: ChangeCompanyInput,
    @Ctx() context: RoomContext,
  ) {
    return context.run(changeCompany, input, (result) => asPayload(context, result));
  }

  @Public()
  @Authenticated()
  @Mutation(() => RetireCompanyPayload, {
    nullable: true,
    description: 'Retires a company that has no live properties.',
  })
  retireCompany(
    @Arg('input', () => RetireCompanyInput, { description: 'Which company and why.' })
    input: RetireCompanyInput,
    @Ctx() context: RoomContext,
  ) {
    return context.run(retireCompany, input, (result) => asPayload(context, result));
  }

  @Public()
  @Authenticated()
  @Mutation(() => RestoreCompanyPayload, {
    nullable: true,
    description: 'Restores a retired company.',
  })
  restoreCompany(
    @Arg('input', () => RestoreCompanyInput, { description: 'Which company.' })
    input: RestoreCompanyInput,
    @Ctx() context: RoomContext,
  ) {
    return context.run(restoreCompany, input, (result) => asPayload(context, result));
  }

  @FieldResolver(() => OrganizationType, {
    nullable: true,
    description: 'The organization to which it belongs.',
  })
  organization(@Root() company: Company, @Ctx() context: RoomContext) {
    return context.load(organizationById, company.organizationId);
  }

  @Internal()
  @FieldResolver(() => AuditEntryConnection, { description: 'Its changes, newest first.' })
  history(
    @Root() company: Company,
    @First() first: number,
    @After() after: string | null,
    @Ctx() context: RoomContext,
  ) {
    return historyOf(context, 'Company', company.id, { first, after });
  }
}

async function asPayload(context: RoomContext, { companyId }: { companyId: string }) {
  return { company: await context.load(companyById, companyId) };
}
