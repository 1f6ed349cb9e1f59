import {
  Authenticated,
  DateTime,
  EntityType,
  LocalDate,
  Public,
  SafeInt,
} from '@propertea/chassis/graph';
import { Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import { UserError } from '../errors.js';
import { LeaseCommandInput } from '../lease/lease-command.type.js';
import { RenewalState } from '../terms.js';

@Public()
@EntityType()
@Authenticated()
@ObjectType('RenewalOffer', { description: 'The offer of a new term to the parties of a lease.' })
export class RenewalOfferObject {
  @Field(() => ID, { description: 'Identifies the offer.' })
  id!: string;

  @Field(() => Int, { description: 'Rises with every change; give it back to change it.' })
  version!: number;

  @Field(() => RenewalState, { description: 'Where it stands.' })
  state!: RenewalState;

  @Field(() => LocalDate, { description: 'The first day of the new term.' })
  startsOn!: string;

  @Field(() => LocalDate, {
    nullable: true,
    description: 'Its last day; absent where it is open-ended.',
  })
  endsOn!: string | null;

  @Field(() => LocalDate, { description: 'The last day on which it can be accepted.' })
  expiresOn!: string;

  @Field(() => String, { nullable: true, description: 'What was noted about it.' })
  note!: string | null;

  @Field(() => DateTime, { description: 'When it was made.' })
  createdAt!: Date;
}

@InputType({ description: 'The offer of a new term.' })
export class OfferRenewalInput extends LeaseCommandInput {
  @Field(() => LocalDate, {
    nullable: true,
    description:
      'The first day; the one behind the agreed term unless given, needed where the lease has no end.',
  })
  startsOn?: string | null;

  @Field(() => LocalDate, {
    nullable: true,
    description: 'The last day; absent for an open-ended term.',
  })
  endsOn?: string | null;

  @Field(() => SafeInt, { description: 'The rent of a month, in minor units.' })
  rentMinor!: number;

  @Field(() => LocalDate, { description: 'The last day on which it can be accepted.' })
  expiresOn!: string;

  @Field(() => String, { nullable: true, description: 'What to note, up to 1,000 characters.' })
  note?: string | null;
}

@InputType()
abstract class OfferAsSeen {
  @Field(() => ID, { description: 'Which offer.' })
  renewalOfferId!: string;

  @Field(() => Int, { description: 'The version of the offer that was loaded.' })
  version!: number;
}

@InputType({ description: 'An offer, and what to change; what is left out stays, null removes.' })
export class ChangeRenewalOfferInput extends OfferAsSeen {
  @Field(() => LocalDate, { nullable: true, description: 'The first day.' })
  startsOn?: string | null;

  @Field(() => LocalDate, {
    nullable: true,
    description: 'The last day; null for an open-ended term.',
  })
  endsOn?: string | null;

  @Field(() => SafeInt, { nullable: true, description: 'The rent of a month, in minor units.' })
  rentMinor?: number;

  @Field(() => LocalDate, {
    nullable: true,
    description: 'The last day on which it can be accepted.',
  })
  expiresOn?: string;

  @Field(() => String, { nullable: true, description: 'What to note, up to 1,000 characters.' })
  note?: string | null;
}

@InputType()
abstract class AnswerInput extends OfferAsSeen {
  @Field(() => String, { nullable: true, description: 'Why, up to 500 characters.' })
  reason?: string | null;
}

@InputType({ description: 'An offer that the tenants accept.' })
export class AcceptRenewalInput extends AnswerInput {}

@InputType({ description: 'An offer that the tenants decline.' })
export class DeclineRenewalInput extends AnswerInput {}

@InputType({ description: 'An offer that the landlord takes back.' })
export class WithdrawRenewalInput extends AnswerInput {}

@InputType({ description: 'An accepted offer that all have signed.' })
export class SignRenewalInput extends OfferAsSeen {}

/** The payload of a command about an offer: how it is then, and why nothing was done. */
function offerPayload(mutation: string) {
  const name = `${mutation[0]?.toUpperCase()}${mutation.slice(1)}Payload`;
  @Public()
  @ObjectType(name, { description: `The answer to ${mutation}.` })
  class OfferPayload {
    @Field(() => RenewalOfferObject, { nullable: true, description: 'The offer as it is now.' })
    renewalOffer?: object | null;

    @Field(() => [UserError], { description: 'Why nothing was done.' })
    errors!: object[];
  }
  return OfferPayload;
}

export const OfferRenewalPayload = offerPayload('offerRenewal');
export const ChangeRenewalOfferPayload = offerPayload('changeRenewalOffer');
export const AcceptRenewalPayload = offerPayload('acceptRenewal');
export const DeclineRenewalPayload = offerPayload('declineRenewal');
export const WithdrawRenewalPayload = offerPayload('withdrawRenewal');
export const SignRenewalPayload = offerPayload('signRenewal');
