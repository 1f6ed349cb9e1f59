import { Authenticated, DateTime } from '@propertea/chassis/graph';
import { Field, ID, InputType, ObjectType } from 'type-graphql';
import { UserError } from '../errors.js';
import { ReachKind, RoleEnum } from '../member/member.type.js';

@Authenticated()
@ObjectType({ description: 'A role with which the caller looks, and how far it goes.' })
export class ViewAsGrant {
  @Field(() => RoleEnum, { description: 'The role.' })
  role!: string;

  @Field(() => ReachKind, { description: 'How far it goes.' })
  reachKind!: string;
}

@Authenticated()
@ObjectType('ViewAs', {
  description:
    'The organization as another member sees it: for reading only, for an hour, and never more than the caller may see themselves. Requests are made with it by its id in the header x-view-as.',
})
export class ViewAsType {
  @Field(() => ID, { description: 'Identifies it; sent as x-view-as beside x-organization-id.' })
  id!: string;

  @Field(() => DateTime, { name: 'startedAt', description: 'Since when.' })
  createdAt!: Date;

  @Field(() => DateTime, { description: 'Until when at most.' })
  expiresAt!: Date;

  @Field(() => DateTime, { nullable: true, description: 'When it was ended before its time.' })
  endedAt?: Date | null;

  @Field(() => String, { nullable: true, description: 'Why the caller looks, as they said.' })
  reason?: string | null;
}

@InputType({ description: 'Through whose eyes to look.' })
export class ViewAsInput {
  @Field(() => ID, { description: 'Which member.' })
  memberId!: string;

  @Field(() => String, {
    nullable: true,
    description: "Why, for the member's history and the audit log.",
  })
  reason?: string | null;
}

@InputType({ description: 'A view as another member to end.' })
export class EndViewAsInput {
  @Field(() => ID, { description: 'Which one; only who began it ends it.' })
  viewAsId!: string;
}

@ObjectType({ description: 'The answer to viewAs.' })
export class ViewAsPayload {
  @Field(() => ViewAsType, { nullable: true, description: 'What to look with from now on.' })
  viewAs?: object | null;

  @Field(() => [UserError], { description: 'Why nothing was done.' })
  errors!: object[];
}

@ObjectType({ description: 'The answer to endViewAs.' })
export class EndViewAsPayload {
  @Field(() => ViewAsType, { nullable: true, description: 'It as it is now.' })
  viewAs?: object | null;

  @Field(() => [UserError], { description: 'Why nothing was done.' })
  errors!: object[];
}
