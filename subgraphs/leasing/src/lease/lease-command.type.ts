import { Public } from '@propertea/chassis/graph';
import { Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import { UserError } from '../errors.js';
import { LeaseObject } from './lease.type.js';

/** What every command says of the lease that it is about. */
@InputType()
export abstract class LeaseCommandInput {
  @Field(() => ID, { description: 'Which lease.' })
  leaseId!: string;

  @Field(() => Int, { description: 'The version of the lease that was loaded.' })
  version!: number;
}

/** The payload of a command about a lease: how the lease is then, and why nothing was done. */
export function leasePayload(mutation: string) {
  const name = `${mutation[0]?.toUpperCase()}${mutation.slice(1)}Payload`;
  @Public()
  @ObjectType(name, { description: `The answer to ${mutation}.` })
  class LeasePayload {
    @Field(() => LeaseObject, { nullable: true, description: 'The lease as it is now.' })
    lease?: object | null;

    @Field(() => [UserError], { description: 'Why nothing was done.' })
    errors!: object[];
  }
  return LeasePayload;
}
