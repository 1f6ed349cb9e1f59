import type { Jwk } from '@propertea/chassis/runtime';
import { encodeId, type Identity } from '@propertea/kernel';
import { EventEmitter, on } from 'node:events';
import { testRoom } from '../rooms.js';
import type { Resolvers, TestRoom } from '../rooms.js';
import { organizationOf, userOf } from './names.js';

const LINK = `extend schema @link(url: "https://specs.apollo.dev/federation/v2.9",
  import: ["@key", "@authenticated", "@inaccessible", "@composeDirective"])`;

const identitySdl = `${LINK}
type Mutation { linkIdentity(input: LinkIdentityInput!): LinkIdentityPayload }
input LinkIdentityInput {
  issuer: String! subject: String! email: String emailVerified: Boolean! name: String
}
type LinkIdentityPayload { userId: ID errors: [LinkError!]! }
type LinkError { code: String! message: String! path: [String!]! }
type Query { viewer: User }
type User @key(fields: "id") @authenticated { id: ID! }
`;

const organizationsSdl = `${LINK}
type Query { accessOf(userId: ID!): Access @inaccessible }
type Access @inaccessible { grantsVersion: Int! isOperator: Boolean! memberships: [AccessMembership!]! }
type AccessMembership @inaccessible {
  organizationId: ID! organizationName: String! grants: [AccessGrant!]!
}
type AccessGrant @inaccessible { role: String! reachKind: String! companyId: ID propertyId: ID }
`;

const propertiesSdl = `${LINK}
type Query { echo(of: Int!): Int @authenticated units: [Unit!] @authenticated }
type Unit @key(fields: "id") @authenticated { id: ID! readBy: String }
`;

const leasingSdl = `${LINK}
type Unit @key(fields: "id") @authenticated { id: ID! leasedTo: String }
type Subscription { ticks: String @authenticated }
`;

/** As in schema/live, the least of it. */
const eventsSdl = `${LINK}
extend schema @link(url: "https://propertea.example/live/v1.0", import: ["@event", "@eventData"])
  @composeDirective(name: "@event") @composeDirective(name: "@eventData")
directive @event(types: [String!]!) on FIELD_DEFINITION
directive @eventData(field: String!, id: String) on FIELD_DEFINITION | ARGUMENT_DEFINITION
type Subscription { unitChanged: UnitChange! @authenticated @event(types: ["unit.changed.v1"]) }
type UnitChange @authenticated { type: String! unit: Unit @eventData(field: "unitId") }
type Unit @key(fields: "id", resolvable: false) @authenticated { id: ID! }
`;

/** Who a room was asked by: the identity that the gateway vouched for. */
export const saidBy = ({ subject, organizationId }: Pick<Identity, 'subject' | 'organizationId'>) =>
  `${subject} in ${organizationId}`;

const UNIT_IDS = [1, 2, 3].map((number) =>
  encodeId('Unit', `018f0000-0000-7000-8000-00000000010${number}`),
);

/** Small rooms whose every field says on whose behalf it was asked for. */
export function stormRooms(key: Jwk): {
  rooms: TestRoom[];
  ticks: EventEmitter;
  eventsSdl: string;
} {
  const ticks = new EventEmitter().setMaxListeners(0);
  const identity: Resolvers = {
    Query: { viewer: (_source, _args, { identity: { subject } }) => ({ id: subject }) },
    Mutation: {
      linkIdentity: (_source, { input }: { input: { subject: string } }) => ({
        userId: userOf(input.subject),
        errors: [],
      }),
    },
  };
  const grants = [{ role: 'VIEWER', reachKind: 'organization', companyId: null, propertyId: null }];
  const organizations: Resolvers = {
    Query: {
      accessOf: (_source, { userId }: { userId: string }) => {
        const organizationId = organizationOf(userId);
        const membership = { organizationId, organizationName: 'One', grants };
        return { grantsVersion: 1, isOperator: false, memberships: [membership] };
      },
    },
  };
  const properties: Resolvers = {
    Query: {
      echo: (_source, { of }: { of: number }) => of,
      units: () => UNIT_IDS.map((id) => ({ id })),
    },
    Unit: {
      __resolveReference: ({ id }: { id: string }) => ({ id }),
      readBy: (_source, _args, { identity: who }) => saidBy(who),
    },
  };
  const leasing: Resolvers = {
    Subscription: {
      ticks: {
        async *subscribe(_source, _args, { signal, identity: who }) {
          for await (const _ of on(ticks, 'tick', { signal })) yield { ticks: saidBy(who) };
        },
      },
    },
    Unit: {
      __resolveReference: ({ id }: { id: string }) => ({ id }),
      leasedTo: (_source, _args, { identity: who }) => saidBy(who),
    },
  };
  const rooms = [
    testRoom({ name: 'identity', sdl: identitySdl, resolvers: identity, key }),
    testRoom({ name: 'organizations', sdl: organizationsSdl, resolvers: organizations, key }),
    testRoom({ name: 'properties', sdl: propertiesSdl, resolvers: properties, key }),
    testRoom({ name: 'leasing', sdl: leasingSdl, resolvers: leasing, key }),
  ];
  return { rooms, ticks, eventsSdl };
}
