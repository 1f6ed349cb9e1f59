import { LocalDate } from '@propertea/chassis/graph';
import { Field, InputType } from 'type-graphql';
import { LeaseCommandInput, leasePayload } from './lease-command.type.js';

@InputType({ description: 'A lease that ends without notice.' })
export class EndLeaseInput extends LeaseCommandInput {
  @Field(() => LocalDate, { description: 'Its last day.' })
  on!: string;

  @Field(() => String, { description: 'Why, 1 to 1,000 characters.' })
  reason!: string;
}

@InputType({ description: 'A lease that is over, everything about it being settled.' })
export class CloseLeaseInput extends LeaseCommandInput {}

export const EndLeasePayload = leasePayload('endLease');
export const CloseLeasePayload = leasePayload('closeLease');
