import { Inaccessible, type RoomContext } from '@propertea/chassis/graph';
import { encodeId, Fault, isUuid } from '@propertea/kernel';
import { Arg, Ctx, ID, Mutation, Query, Resolver } from 'type-graphql';
import { propertyArrival } from '../member/property-arrival.js';
import {
  AddMemberInput,
  AddMemberPayload,
  Access,
  ApiClientAccess,
  AppointOperatorInput,
  AppointOperatorPayload,
  RecordApiKeyUseInput,
  RecordApiKeyUsePayload,
  ViewAsAccess,
} from './access.type.js';
import { accessOf } from './access-of.js';
import { addMember } from './add-member.js';
import { apiClientOf } from './api-client-of.js';
import { appointOperator } from './appoint-operator.js';
import { recordApiKeyUse } from './record-api-key-use.js';
import { viewAsOf } from './view-as-of.js';

/** What the platform asks of this room for itself; hidden from every contract. */
@Resolver()
export class AccessResolver {
  @Inaccessible()
  @Query(() => Access, {
    description: 'What a person may do, across organizations; for the gateway alone.',
  })
  accessOf(
    @Arg('userId', () => ID, { description: 'The user, as a plain UUID.' }) userId: string,
    @Ctx() context: RoomContext,
  ) {
    demandSystem(context);
    if (!isUuid(userId)) throw new Fault('BAD_USER_INPUT', '"userId" takes a UUID.');
    return accessOf(context, userId);
  }

  @Inaccessible()
  @Query(() => ViewAsAccess, {
    nullable: true,
    description: 'A view as another member that was begun, also one that is over; for the gateway.',
  })
  viewAsOf(
    @Arg('viewAsId', () => ID, { description: 'Which one, as a plain UUID.' }) viewAsId: string,
    @Ctx() context: RoomContext,
  ) {
    demandSystem(context);
    if (!isUuid(viewAsId)) throw new Fault('BAD_USER_INPUT', '"viewAsId" takes a UUID.');
    return viewAsOf(context, viewAsId);
  }

  @Inaccessible()
  @Query(() => ApiClientAccess, {
    nullable: true,
    description: 'The API client behind a key that is good at present; for the gateway alone.',
  })
  apiClientOf(
    @Arg('keyHash', () => String, { description: 'SHA-256 of the key, in hexadecimal digits.' })
    keyHash: string,
    @Ctx() context: RoomContext,
  ) {
    demandSystem(context);
    if (!/^[0-9a-f]{64}$/.test(keyHash)) {
      throw new Fault('BAD_USER_INPUT', '"keyHash" takes 64 hexadecimal digits.');
    }
    return apiClientOf(context, keyHash);
  }

  @Inaccessible()
  @Mutation(() => RecordApiKeyUsePayload, {
    nullable: true,
    description: 'Remembers that a key was used just now; for the gateway alone.',
  })
  recordApiKeyUse(
    @Arg('input', () => RecordApiKeyUseInput, { description: 'Which key.' })
    input: RecordApiKeyUseInput,
    @Ctx() context: RoomContext,
  ) {
    demandSystem(context);
    return context.run(recordApiKeyUse, input, () => ({}));
  }

  @Inaccessible()
  @Mutation(() => AppointOperatorPayload, {
    nullable: true,
    description: 'Makes a person an operator of the platform.',
  })
  appointOperator(
    @Arg('input', () => AppointOperatorInput, { description: 'Who.' }) input: AppointOperatorInput,
    @Ctx() context: RoomContext,
  ) {
    demandSystem(context);
    return context.run(appointOperator, input, () => ({}));
  }

  @Inaccessible()
  @Mutation(() => AddMemberPayload, {
    nullable: true,
    description: 'Adds a member to the organization of the assertion, without invitation.',
  })
  async addMember(
    @Arg('input', () => AddMemberInput, { description: 'Who, with which role.' })
    input: AddMemberInput,
    @Ctx() context: RoomContext,
  ) {
    demandSystem(context);
    await propertyArrival(context, input.propertyId);
    return context.run(addMember, input, ({ memberId }) => ({
      memberId: encodeId('Member', memberId),
    }));
  }
}

function demandSystem(context: RoomContext): void {
  if (context.identity.persona === 'SYSTEM') return;
  throw new Fault('FORBIDDEN', 'Only the platform itself asks for this.');
}
