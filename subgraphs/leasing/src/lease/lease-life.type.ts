import { DateTime, LocalDate } from '@propertea/chassis/graph';
import { Field, InputType } from 'type-graphql';
import { LeaseCommandInput, leasePayload } from './lease-command.type.js';

@InputType({ description: 'Another term of a lease; what is left out stays.' })
export class ChangeLeaseInput extends LeaseCommandInput {
  @Field(() => LocalDate, { nullable: true, description: 'The first day.' })
  startsOn?: string;

  @Field(() => LocalDate, {
    nullable: true,
    description: 'The last day; null for an open-ended lease.',
  })
  endsOn?: string | null;
}

@InputType({ description: 'A lease that is to be signed.' })
export class SendLeaseInput extends LeaseCommandInput {
  @Field(() => DateTime, { description: 'Until when it reserves its unit; later than now.' })
  reservedUntil!: Date;
}

@InputType({ description: 'A lease that all have signed.' })
export class SignLeaseInput extends LeaseCommandInput {
  @Field(() => LocalDate, {
    nullable: true,
    description: 'When the last one signed; today unless given, and never later.',
  })
  signedOn?: string | null;
}

@InputType({ description: 'A lease that begins.' })
export class ActivateLeaseInput extends LeaseCommandInput {}

@InputType({ description: 'A lease that is given up before it begins.' })
export class CancelLeaseInput extends LeaseCommandInput {
  @Field(() => String, { description: 'Why, 1 to 1,000 characters.' })
  reason!: string;
}

export const ChangeLeasePayload = leasePayload('changeLease');
export const SendLeasePayload = leasePayload('sendLease');
export const SignLeasePayload = leasePayload('signLease');
export const ActivateLeasePayload = leasePayload('activateLease');
export const CancelLeasePayload = leasePayload('cancelLease');
