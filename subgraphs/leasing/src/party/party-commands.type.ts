import { LocalDate } from '@propertea/chassis/graph';
import { Field, ID, InputType } from 'type-graphql';
import { LeaseCommandInput, leasePayload } from '../lease/lease-command.type.js';
import { PartyRole } from '../terms.js';

/** How somebody in a lease is reached. */
@InputType()
abstract class PartyContacts extends LeaseCommandInput {
  @Field(() => String, { nullable: true, description: 'Where mail reaches them.' })
  email?: string | null;

  @Field(() => String, { nullable: true, description: 'Where a call reaches them.' })
  phone?: string | null;

  @Field(() => ID, { nullable: true, description: 'Their own account, where it is known.' })
  userId?: string | null;
}

@InputType({ description: 'Somebody else in a lease.' })
export class AddLeasePartyInput extends PartyContacts {
  @Field(() => PartyRole, { description: 'What they are in it.' })
  role!: PartyRole;

  @Field(() => String, { description: 'Their name, 1 to 200 characters.' })
  name!: string;
}

@InputType({ description: 'What is different about somebody in a lease; what is left out stays.' })
export class ChangeLeasePartyInput extends PartyContacts {
  @Field(() => ID, { description: 'Which party of the lease.' })
  leasePartyId!: string;

  @Field(() => PartyRole, { nullable: true, description: 'What they are in it.' })
  role?: PartyRole;

  @Field(() => String, { nullable: true, description: 'Their name, 1 to 200 characters.' })
  name?: string;

  @Field(() => LocalDate, { nullable: true, description: 'When they moved in.' })
  movedInOn?: string | null;

  @Field(() => LocalDate, { nullable: true, description: 'When they moved out.' })
  movedOutOn?: string | null;
}

@InputType({ description: 'Somebody who should not be in a lease.' })
export class RemoveLeasePartyInput extends LeaseCommandInput {
  @Field(() => ID, { description: 'Which party of the lease.' })
  leasePartyId!: string;
}

export const AddLeasePartyPayload = leasePayload('addLeaseParty');
export const ChangeLeasePartyPayload = leasePayload('changeLeaseParty');
export const RemoveLeasePartyPayload = leasePayload('removeLeaseParty');
