import { connectionOf, LocalDate, sortInput } from '@propertea/chassis/graph';
import { Arg, Field, ID, InputType } from 'type-graphql';
import { LeaseState } from '../terms.js';
import { LeaseObject } from './lease.type.js';

export const LeaseConnection = connectionOf(() => LeaseObject, 'Lease');

const LeaseSort = sortInput('Lease', {
  NUMBER: 'By number.',
  STARTS_ON: 'By first day.',
  ENDS_ON: 'By last day of the agreed term; those that are open come last.',
  RENT: 'By rent of a month; those without one come last.',
  CREATED_AT: 'By time of creation.',
  UNIT: 'By code of the unit.',
});

@InputType({ description: 'Which leases to list; every condition must hold.' })
export class LeaseFilter {
  @Field(() => String, {
    nullable: true,
    description:
      'Words, in any case and without accents: each begins the number, a word of the name of a party, the code of the unit, or a word of code or name of its property, or is the code of the company. A reference such as "COMPANY-PROP-B-UNIT" finds by its codes.',
  })
  search?: string | null;

  @Field(() => [LeaseState], { nullable: true, description: 'Leases in these states.' })
  states?: LeaseState[] | null;

  @Field(() => [ID], { nullable: true, description: 'Leases of these companies, up to 100.' })
  companyIds?: string[] | null;

  @Field(() => ID, { nullable: true, description: 'Leases of units of this property.' })
  propertyId?: string | null;

  @Field(() => ID, { nullable: true, description: 'Leases of this unit.' })
  unitId?: string | null;

  @Field(() => LocalDate, {
    nullable: true,
    description:
      'Leases whose last day, by notice, agreement or term, is this one or later; open ones have none.',
  })
  endsFrom?: string | null;

  @Field(() => LocalDate, {
    nullable: true,
    description: 'Leases whose last day, by notice, agreement or term, is this one or before.',
  })
  endsUntil?: string | null;

  @Field(() => LocalDate, {
    nullable: true,
    description: 'Leases that start on this day or later.',
  })
  startsFrom?: string | null;

  @Field(() => LocalDate, {
    nullable: true,
    description: 'Leases that start on this day or before.',
  })
  startsUntil?: string | null;

  @Field(() => Boolean, {
    nullable: true,
    description: 'Leases to which notice was given (true) or was not (false).',
  })
  hasNotice?: boolean | null;
}

export const LeaseFilterArg = (): ParameterDecorator =>
  Arg('filter', () => LeaseFilter, {
    nullable: true,
    description: 'Which leases.',
  }) as ParameterDecorator;

export const LeaseSortArg = (): ParameterDecorator =>
  Arg('sort', () => LeaseSort, {
    nullable: true,
    description: 'In which order; the newest first unless said otherwise.',
  }) as ParameterDecorator;
