import type { Jwk } from '@propertea/chassis/runtime';
import { GraphQLError } from 'graphql';
import { EventEmitter, on } from 'node:events';
import { testRoom } from './rooms.js';
import type { Resolvers, TestRoom } from './rooms.js';

const LINK = `extend schema @link(url: "https://specs.apollo.dev/federation/v2.9",
  import: ["@key", "@authenticated", "@requiresScopes", "@policy", "@inaccessible", "@shareable",
  "@composeDirective"])`;

export const ORGANIZATIONS = {
  oak: '018f0000-0000-7000-8000-00000000000a',
  elm: '018f0000-0000-7000-8000-00000000000e',
};

export const USERS = {
  /** One membership: oak. */
  ada: '018f0000-0000-7000-8000-0000000000a1',
  /** Both organizations. */
  ben: '018f0000-0000-7000-8000-0000000000b1',
  /** No membership. */
  cyd: '018f0000-0000-7000-8000-0000000000c1',
  /** Operator of the platform. */
  ops: '018f0000-0000-7000-8000-0000000000d1',
};
export type UserName = keyof typeof USERS;

const members: Record<string, string[]> = {
  [USERS.ada]: [ORGANIZATIONS.oak],
  [USERS.ben]: [ORGANIZATIONS.oak, ORGANIZATIONS.elm],
};

const identitySdl = `${LINK}
type Query { viewer: User }
type Mutation {
  linkIdentity(input: LinkIdentityInput!): LinkIdentityPayload @inaccessible
  changeName(name: String!): User
}
input LinkIdentityInput @inaccessible {
  issuer: String! subject: String! email: String emailVerified: Boolean! name: String
}
type LinkIdentityPayload @inaccessible { userId: ID errors: [LinkError!]! }
type LinkError @inaccessible { code: String! message: String! path: [String!]! }
type User @key(fields: "id") @authenticated { id: ID! name: String }
`;

const organizationsSdl = `${LINK}
type Query {
  organization(id: ID!): Organization
  accessOf(userId: ID!): Access @inaccessible
  viewAsOf(viewAsId: ID!): ViewAsAccess @inaccessible
  apiClientOf(keyHash: String!): ApiClientAccess @inaccessible
}
type Mutation {
  removeMember(userId: ID!): Organization @authenticated
  endViewAs(id: ID!): ID @authenticated
  revokeKey(hash: String!): ID @authenticated
  recordApiKeyUse(input: RecordApiKeyUseInput!): RecordApiKeyUsePayload @inaccessible
}
input RecordApiKeyUseInput @inaccessible { organizationId: String! apiKeyId: String! }
type RecordApiKeyUsePayload @inaccessible { errors: [UseError!]! }
type UseError @inaccessible { code: String! }
type ApiClientAccess @inaccessible {
  organizationId: String! apiClientId: String! apiKeyId: String! scopes: [String!]!
  grants: [AccessGrant!]! grantsVersion: Int! endsAt: String
}
type Organization @key(fields: "id") @authenticated { id: ID! name: String! }
type Property @key(fields: "id") { id: ID! manager: String }
type User @key(fields: "id") { id: ID! memberships(first: Int): MembershipConnection }
type MembershipConnection { nodes: [Membership!]! }
type Membership { organization: Organization }
type Access @inaccessible { grantsVersion: Int! isOperator: Boolean! memberships: [AccessMembership!]! }
type AccessMembership @inaccessible {
  organizationId: ID! organizationName: String! grants: [AccessGrant!]!
}
type ViewAsAccess @inaccessible {
  organizationId: ID! viewerId: ID! memberId: ID! endsAt: String! grants: [AccessGrant!]!
}
type AccessGrant @inaccessible { role: String! reachKind: String! companyId: ID propertyId: ID }
`;

const propertiesSdl = `${LINK}
extend schema
  @link(url: "https://propertea.example/cache/v1.0", import: ["@cacheControl"])
  @composeDirective(name: "@cacheControl")
directive @cacheControl(maxAge: Int, scope: String, inheritMaxAge: Boolean) on FIELD_DEFINITION | OBJECT
type Query {
  properties: [Property!]
  search(ids: [ID!], where: Where): [Property!]
  opening: String @cacheControl(maxAge: 30, scope: "PUBLIC")
  welcome: String @cacheControl(maxAge: 20, scope: "PRIVATE")
  notice: String
  whoAmI: String
  report: String @requiresScopes(scopes: [["operator"]])
  ruled: String @policy(policies: [["nobody"]])
  things: [Thing!]!
  found: [Found]!
  state: State
  hinted: String
  boom: String
  coded: String
  slow: String
}
type Mutation { renameProperty(id: ID!, name: String!): Property }
type Subscription {
  renamed(contains: String): Property
  news: String @authenticated
  confidential: String @requiresScopes(scopes: [["operator"]])
}
type Property @key(fields: "id") { id: ID! name: String! organization: Organization rent: Int @authenticated }
type Organization @key(fields: "id", resolvable: false) { id: ID! }
interface Thing { label: String! }
type Lamp implements Thing { label: String! watts: Int! }
type Safe implements Thing @authenticated { label: String! code: String! }
union Found = Lamp | Safe
enum State { OPEN SEALED }
input Where { and: [Where!] name: String rent: Int state: State }
`;

const PROPERTIES = [
  { id: 'p1', name: 'Oak Court', rent: 900, organization: { id: ORGANIZATIONS.oak } },
  { id: 'p2', name: 'Elm House', rent: 700, organization: { id: ORGANIZATIONS.elm } },
];

/** A view as another member, as the room organizations tells the gateway of it. */
export interface TestView {
  organizationId: string;
  viewerId: string;
  memberId: string;
  endsAt: string;
  grants: {
    role: string;
    reachKind: string;
    companyId: string | null;
    propertyId: string | null;
  }[];
}

/** The client behind a key, as the room organizations tells the gateway of it. */
export interface TestApiClient {
  organizationId: string;
  apiClientId: string;
  apiKeyId: string;
  scopes: string[];
  grants: TestView['grants'];
  grantsVersion: number;
  endsAt: string | null;
}

/** What of the rooms' schemas integrators see. */
export const publicSdl = `
type Query {
  properties: [Property!]
  search(ids: [ID!], where: Where): [Property!]
  opening: String
  notice: String
  whoAmI: String
  things: [Thing!]!
  found: [Found]!
  state: State
  boom: String
  coded: String
  hinted: String
  organization(id: ID!): Organization
  viewer: User
}
type Mutation { renameProperty(id: ID!, name: String!): Property }
type Property { id: ID! name: String! rent: Int }
type Organization { id: ID! name: String! }
type User { id: ID! }
interface Thing { label: String! }
type Lamp implements Thing { label: String! watts: Int! }
union Found = Lamp
enum State { OPEN }
input Where { and: [Where!] name: String rent: Int state: State }
`;

export interface HouseState {
  /** What the subscriptions of the room properties tell: `renamed` with a property, `news` with a text. */
  events: EventEmitter;
  /** Organizations by user; tests change it through `removeMember`. */
  members: Map<string, string[]>;
  /** Views as another member, by their UUID; tests end them through `endViewAs`. */
  views: Map<string, TestView>;
  /** API clients by the hash of a key; tests revoke one through `revokeKey`. */
  apiClients: Map<string, TestApiClient>;
  /** Keys of which a use was told, by their UUID. */
  usedKeys: string[];
  /** Resolves the field `slow`. */
  release: () => void;
}

/** The three rooms that the gateway knows by name, each with a little of everything that it treats. */
export function houseRooms(key: Jwk): { rooms: TestRoom[]; state: HouseState } {
  const events = new EventEmitter().setMaxListeners(0);
  const state: HouseState = {
    events,
    members: new Map(Object.entries(members)),
    views: new Map(),
    apiClients: new Map(),
    usedKeys: [],
    release: () => {},
  };
  const name = (id: string) => (id === ORGANIZATIONS.oak ? 'Oak' : 'Elm');

  const identity: Resolvers = {
    Query: { viewer: (_source, _args, { identity: { subject } }) => ({ id: subject }) },
    Mutation: {
      linkIdentity: (_source, { input }: { input: { subject: string } }) => ({
        userId: USERS[input.subject as UserName] ?? null,
        errors: [],
      }),
      changeName: (_source, args: { name: string }, { identity: { subject } }) => ({
        id: subject,
        name: args.name,
      }),
    },
    User: { name: ({ id }: { id: string }) => `user ${id.slice(-2)}` },
  };
  const organizations: Resolvers = {
    Query: {
      organization: (_source, { id }: { id: string }) => ({ id }),
      viewAsOf: (_source, { viewAsId }: { viewAsId: string }) => state.views.get(viewAsId) ?? null,
      apiClientOf: (_source, { keyHash }: { keyHash: string }) =>
        state.apiClients.get(keyHash) ?? null,
      accessOf: (_source, { userId }: { userId: string }) => ({
        grantsVersion: 1,
        isOperator: userId === USERS.ops,
        memberships: (state.members.get(userId) ?? []).map((organizationId) => ({
          organizationId,
          organizationName: name(organizationId),
          grants: [
            { role: 'VIEWER', reachKind: 'organization', companyId: null, propertyId: null },
          ],
        })),
      }),
    },
    Mutation: {
      endViewAs: (_source, { id }: { id: string }) => {
        const view = state.views.get(id);
        if (view) state.views.set(id, { ...view, endsAt: new Date().toISOString() });
        return id;
      },
      revokeKey: (_source, { hash }: { hash: string }) => {
        state.apiClients.delete(hash);
        return hash;
      },
      recordApiKeyUse: (_source, { input }: { input: { apiKeyId: string } }) => {
        state.usedKeys.push(input.apiKeyId);
        return { errors: [] };
      },
      removeMember: (_source, { userId }: { userId: string }) => {
        state.members.delete(userId);
        return { id: ORGANIZATIONS.oak };
      },
    },
    User: {
      memberships: ({ id }: { id: string }) => ({
        nodes: (state.members.get(id) ?? []).map((organization) => ({
          organization: { id: organization },
        })),
      }),
    },
    Organization: { name: ({ id }: { id: string }) => name(id) },
    Property: { manager: ({ id }: { id: string }) => `manager of ${id}` },
  };
  const properties: Resolvers = {
    Query: {
      properties: () => PROPERTIES,
      search: () => PROPERTIES,
      notice: () => 'open on Mondays',
      opening: () => 'at nine',
      welcome: (_source, _args, { identity: { subject } }) => `welcome, ${subject}`,
      whoAmI: (_source, _args, { identity: who }) =>
        [who.persona, who.subject, who.organizationId, who.scopes.join('+')].join(' '),
      report: () => 'all is well',
      ruled: () => 'never',
      things: () => [{ __typename: 'Lamp', label: 'lamp', watts: 5 }],
      found: () => [
        { __typename: 'Lamp', label: 'lamp', watts: 5 },
        { __typename: 'Safe', label: 'safe', code: '1234' },
      ],
      state: () => 'SEALED',
      hinted: () => {
        const extensions = { code: 'CONFLICT' };
        throw new GraphQLError('Property.manager is out: ask accessOf for a Safe.', { extensions });
      },
      boom: () => {
        throw new Error('relation "secrets" does not exist at select * from secrets');
      },
      coded: () => {
        const extensions = { code: 'FORBIDDEN', stacktrace: ['at secret.ts'], sql: 'select 1' };
        throw new GraphQLError('You may not read this.', { extensions });
      },
      slow: () =>
        new Promise((resolve) => {
          state.release = () => resolve('at last');
        }),
    },
    Subscription: {
      renamed: {
        async *subscribe(_source, { contains }: { contains?: string }, { signal }) {
          for await (const [property] of on(events, 'renamed', { signal })) {
            const isWanted = (property as { name: string }).name.includes(contains ?? '');
            if (isWanted) yield { renamed: property };
          }
        },
      },
      news: {
        async *subscribe(_source, _args, { signal }) {
          for await (const [news] of on(events, 'news', { signal })) {
            yield {
              news: () => {
                if (news === 'bad') throw new Error('select bad from news');
                return news;
              },
            };
          }
        },
      },
    },
    Mutation: {
      renameProperty: (_source, args: { id: string; name: string }) => ({
        ...PROPERTIES[0],
        ...args,
      }),
    },
    Property: {
      __resolveReference: (reference: { id: string }) =>
        PROPERTIES.find(({ id }) => id === reference.id),
    },
  };
  const rooms = [
    testRoom({ name: 'identity', sdl: identitySdl, resolvers: identity, key }),
    testRoom({ name: 'organizations', sdl: organizationsSdl, resolvers: organizations, key }),
    testRoom({ name: 'properties', sdl: propertiesSdl, resolvers: properties, key }),
  ];
  return { rooms, state };
}
