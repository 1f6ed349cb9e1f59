import {
  Authenticated,
  CacheControl,
  connectionOf,
  CurrencyCode,
  DateTime,
  EntityType,
  Public,
  sortInput,
} from '@propertea/chassis/graph';
import { Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import { UserError } from '../errors.js';

@Public()
@EntityType()
@Authenticated()
@CacheControl({ maxAge: 60 })
@ObjectType('Company', { description: 'The legal owner of properties inside an organization.' })
export class CompanyType {
  @Field(() => ID, { description: 'Identifies the company.' })
  id!: string;

  @Field(() => String, {
    description: 'Its code, unique in the organization: up to 10 capital letters and digits.',
  })
  code!: string;

  @Field(() => String, { description: 'Its name.' })
  name!: string;

  @Field(() => CurrencyCode, {
    description: 'The currency of its books; fixed when it is created.',
  })
  currency!: string;

  @Field(() => Boolean, { description: 'Whether it was retired.' })
  isRetired!: boolean;

  @Field(() => Int, { description: 'Rises with every change; give it back to change it.' })
  version!: number;

  @Field(() => DateTime, { description: 'When it was created.' })
  createdAt!: Date;
}

export const CompanyConnection = connectionOf(() => CompanyType, 'Company', {
  cache: { maxAge: 60 },
});

export const CompanySort = sortInput('Company', {
  NAME: 'By name.',
  CODE: 'By code.',
  CREATED_AT: 'By time of creation.',
});

@InputType({ description: 'Which companies to list.' })
export class CompanyFilter {
  @Field(() => String, {
    nullable: true,
    description: 'Beginning of the code or of a word of the name, in any case.',
  })
  search?: string | null;

  @Field(() => Boolean, {
    nullable: true,
    defaultValue: false,
    description: 'Retired ones (true), live ones (false) or both (null).',
  })
  isRetired?: boolean | null;
}

@InputType({ description: 'A new company.' })
export class CreateCompanyInput {
  @Field(() => String, {
    description: 'Its code: 1 to 10 capital letters and digits, unique in the organization.',
  })
  code!: string;

  @Field(() => String, { description: 'Its name, 1 to 200 characters.' })
  name!: string;

  @Field(() => String, { description: 'The currency of its books, by ISO 4217.' })
  currency!: string;
}

@InputType({ description: 'New attributes of a company.' })
export class ChangeCompanyInput {
  @Field(() => ID, { description: 'Which company.' })
  companyId!: string;

  @Field(() => Int, { description: 'The version that was loaded.' })
  version!: number;

  @Field(() => String, {
    description: 'Its code: 1 to 10 capital letters and digits, unique in the organization.',
  })
  code!: string;

  @Field(() => String, { description: 'Its name, 1 to 200 characters.' })
  name!: string;
}

@InputType({ description: 'A company to retire.' })
export class RetireCompanyInput {
  @Field(() => ID, { description: 'Which company.' })
  companyId!: string;

  @Field(() => Int, { description: 'The version that was loaded.' })
  version!: number;

  @Field(() => String, { nullable: true, description: 'Why, for its history.' })
  reason?: string | null;
}

@InputType({ description: 'A company to restore.' })
export class RestoreCompanyInput {
  @Field(() => ID, { description: 'Which company.' })
  companyId!: string;

  @Field(() => Int, { description: 'The version that was loaded.' })
  version!: number;
}

/** Each company command answers in the same shape; the schema still names a type for each. */
function companyPayload(mutation: string) {
  @Public()
  @ObjectType(`${mutation[0]?.toUpperCase()}${mutation.slice(1)}Payload`, {
    description: `The answer to ${mutation}.`,
  })
  class CompanyPayload {
    @Field(() => CompanyType, { nullable: true, description: 'The company as it is now.' })
    company?: object | null;

    @Field(() => [UserError], { description: 'Why nothing was done.' })
    errors!: object[];
  }
  return CompanyPayload;
}

export const CreateCompanyPayload = companyPayload('createCompany');
export const ChangeCompanyPayload = companyPayload('changeCompany');
export const RetireCompanyPayload = companyPayload('retireCompany');
export const RestoreCompanyPayload = companyPayload('restoreCompany');
