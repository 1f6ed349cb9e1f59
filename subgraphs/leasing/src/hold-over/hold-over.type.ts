import { DateTime, LocalDate, Public } from '@propertea/chassis/graph';
import { Field, InputType, ObjectType } from 'type-graphql';
import { LeaseCommandInput, leasePayload } from '../lease/lease-command.type.js';

@Public()
@ObjectType('HoldOverConflict', {
  description: 'A lease at will whose tenants are still there when a signed lease is to begin.',
})
export class HoldOverConflictObject {
  @Field(() => LocalDate, { description: 'When it was seen.' })
  recordedOn!: string;

  @Field(() => DateTime, { nullable: true, description: 'When it was settled.' })
  settledAt!: Date | null;

  @Field(() => String, { nullable: true, description: 'How it was settled.' })
  settlement!: string | null;
}

@InputType({ description: 'How the two leases of a unit get along.' })
export class SettleHoldOverInput extends LeaseCommandInput {
  @Field(() => String, { description: 'What was agreed or decided, 1 to 1,000 characters.' })
  settlement!: string;
}

export const SettleHoldOverPayload = leasePayload('settleHoldOver');
