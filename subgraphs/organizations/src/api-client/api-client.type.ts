import {
  Authenticated,
  connectionOf,
  DateTime,
  EntityType,
  sortInput,
} from '@propertea/chassis/graph';
import { Field, ID, InputType, Int, ObjectType, registerEnumType } from 'type-graphql';
import { ReachKind, RoleEnum } from '../member/member.type.js';

export enum ApiScopeEnum {
  IDENTITY_READ = 'identity:read',
  ORGANIZATIONS_READ = 'organizations:read',
  ORGANIZATIONS_WRITE = 'organizations:write',
  PROPERTIES_READ = 'properties:read',
  PROPERTIES_WRITE = 'properties:write',
  LEASING_READ = 'leasing:read',
  LEASING_WRITE = 'leasing:write',
}
registerEnumType(ApiScopeEnum, {
  name: 'ApiScope',
  description:
    'What an API client is let do in one part of the public graph; to write includes to read.',
  valuesConfig: {
    IDENTITY_READ: { description: 'Read what people are called and how they are reached.' },
    ORGANIZATIONS_READ: { description: 'Read the organization and its companies.' },
    ORGANIZATIONS_WRITE: { description: 'Change the organization and its companies.' },
    PROPERTIES_READ: { description: 'Read properties, buildings and units.' },
    PROPERTIES_WRITE: { description: 'Change properties, buildings and units.' },
    LEASING_READ: { description: 'Read leases, tenancies and what units cost.' },
    LEASING_WRITE: { description: 'Change leases, tenancies and what units cost.' },
  },
});

export enum ApiClientStateEnum {
  ACTIVE = 'ACTIVE',
  EXPIRED = 'EXPIRED',
  CREATOR_LEFT = 'CREATOR_LEFT',
  REVOKED = 'REVOKED',
}
registerEnumType(ApiClientStateEnum, {
  name: 'ApiClientState',
  description: 'Whether the keys of an API client are good.',
  valuesConfig: {
    ACTIVE: { description: 'Its keys are good.' },
    EXPIRED: { description: 'Its time is over; another end makes its keys good again.' },
    CREATOR_LEFT: {
      description: 'Who created it is no longer a member, so it has no rights any more.',
    },
    REVOKED: { description: 'It was ended for good.' },
  },
});

@Authenticated()
@ObjectType({ description: 'A role of an API client and how far it goes.' })
export class ApiClientGrant {
  @Field(() => RoleEnum, { description: 'What it may do.' })
  role!: string;

  @Field(() => ReachKind, { description: 'How far it goes.' })
  reachKind!: string;
}

@Authenticated()
@ObjectType('ApiKey', { description: 'A key of an API client, of which only the end is known.' })
export class ApiKeyType {
  @Field(() => ID, { description: 'Identifies the key; it is not the key.' })
  id!: string;

  @Field(() => String, { description: 'The last four characters of the key.' })
  lastFour!: string;

  @Field(() => DateTime, { description: 'When it was made.' })
  createdAt!: Date;

  @Field(() => DateTime, {
    nullable: true,
    description: 'Until when it is good, where another key took its place.',
  })
  expiresAt?: Date | null;

  @Field(() => DateTime, {
    nullable: true,
    description: 'When it was last used, to a few minutes; absent where it never was.',
  })
  lastUsedAt?: Date | null;
}

@EntityType()
@Authenticated()
@ObjectType('ApiClient', {
  description:
    'A program that acts for the organization over the public graph, within the rights of who created it.',
})
export class ApiClientType {
  @Field(() => ID, { description: 'Identifies the client.' })
  id!: string;

  @Field(() => String, { description: 'What it is called.' })
  name!: string;

  @Field(() => [ApiScopeEnum], {
    description: 'What it is let do, and in which parts of the graph.',
  })
  scopes!: string[];

  @Field(() => DateTime, { nullable: true, description: 'Until when its keys are good at most.' })
  expiresAt?: Date | null;

  @Field(() => DateTime, { nullable: true, description: 'When it was ended for good.' })
  revokedAt?: Date | null;

  @Field(() => Int, { description: 'Rises with every change; give it back to change it.' })
  version!: number;

  @Field(() => DateTime, { description: 'When it was created.' })
  createdAt!: Date;
}

export const ApiClientConnection = connectionOf(() => ApiClientType, 'ApiClient', {
  isPublic: false,
});

export const ApiClientSort = sortInput('ApiClient', {
  NAME: 'By name.',
  CREATED_AT: 'By time of creation.',
});

@InputType({ description: 'Which API clients to list.' })
export class ApiClientFilter {
  @Field(() => String, {
    nullable: true,
    description: 'Beginning of a word of the name, in any case.',
  })
  search?: string | null;

  @Field(() => Boolean, {
    nullable: true,
    defaultValue: false,
    description: 'Revoked ones (true), others (false) or both (null).',
  })
  isRevoked?: boolean | null;
}
