import { Graph } from './graph.js';

/** Homes are priced in the currency of the nearest market or portfolio above them. */
export const markets: Readonly<Record<string, { currency: string | null; homes: string[] }>> = {
  no: { currency: 'NOK', homes: ['h1', 'h2'] },
  se: { currency: 'SEK', homes: ['h1', 'h3'] },
  uk: { currency: 'NOK', homes: ['h2'] },
  xx: { currency: null, homes: ['h1'] },
};

export const market = (id: string) => ({ __typename: 'Market', id });
const home = (id: string) => ({ id });

export function homes(): Graph {
  return Graph.of({
    homes: {
      typeDefs: `
        type Query { markets(ids: [ID!]!): [Market] places(ids: [ID!]!): [Place] portfolio: Portfolio }
        type Mutation { open(id: ID!): Market }
        type Subscription { opened: Market }
        interface Place { id: ID! homes: [Home!] }
        union Found = Market | Portfolio
        type Market implements Place @key(fields: "id") @context(name: "place") {
          id: ID! currency(form: String = "code"): String @external homes: [Home!] best: Home @shareable found: [Found!]
        }
        type Portfolio implements Place @key(fields: "id") @context(name: "place") {
          id: ID! settings: Settings homes: [Home!] markets: [Market!]
        }
        type Settings @key(fields: "id") { id: ID! currency: String }
        type Home @key(fields: "id") {
          id: ID!
          price(
            currency: String @fromContext(field: "$place ... on Market { currency } ... on Portfolio { settings { currency } }")
            months: Int = 1
          ): String @cacheControl(maxAge: 60)
          near: Home
        }
      `,
      resolvers: {
        Query: {
          markets: (_: unknown, { ids }: any) => ids.map(market),
          places: (_: unknown, { ids }: any) =>
            ids.map((id: string) => (id === 'p' ? { __typename: 'Portfolio', id } : market(id))),
          portfolio: () => ({ id: 'p' }),
        },
        Mutation: { open: (_: unknown, { id }: any) => market(id) },
        Market: {
          homes: ({ id }: any) => markets[id]?.homes.map(home),
          best: ({ id }: any) => home(markets[id]?.homes[0] ?? ''),
          found: ({ id }: any) => [market(id), { __typename: 'Portfolio', id: 'p' }],
        },
        Portfolio: {
          settings: () => ({ id: 's', currency: 'EUR' }),
          homes: () => ['h1', 'h3'].map(home),
          markets: () => ['no', 'se'].map(market),
        },
        Home: {
          price: ({ id }: any, { currency, months }: any) => `${id}*${months} ${currency}`,
          near: ({ id }: any) => home(id === 'h1' ? 'h2' : 'h1'),
        },
      },
    },
    money: {
      typeDefs: `type Market @key(fields: "id") { id: ID! currency(form: String = "code"): String }`,
      resolvers: {
        Market: {
          currency: ({ id }: any, { form }: any) =>
            form === 'code' ? markets[id]?.currency : `${form} of ${id}`,
        },
      },
    },
    names: {
      typeDefs: `type Home @key(fields: "id") { id: ID! name: String }`,
      resolvers: { Home: { name: ({ id }: any) => `Home ${id}` } },
    },
  });
}
