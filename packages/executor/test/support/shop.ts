import { Graph } from './graph.js';
import type { SubgraphDefinition } from './graph.js';

interface Review {
  readonly id: string;
  readonly body: string;
  readonly author: string;
  readonly product: string | null;
}

export const USERS: Record<string, { id: string; name: string; email: string | null }> = {
  u1: { id: 'u1', name: 'Ada', email: 'ada@example.test' },
  u2: { id: 'u2', name: 'Bob', email: null },
};

export const PRODUCTS: Record<string, { id: string; name: string; price: number | null }> = {
  p1: { id: 'p1', name: 'Lamp', price: 30 },
  p2: { id: 'p2', name: 'Desk', price: null },
};

export const REVIEWS: readonly Review[] = [
  { id: 'r1', body: 'bright', author: 'u1', product: 'p1' },
  { id: 'r2', body: 'flat', author: 'u1', product: 'p2' },
  { id: 'r3', body: 'dim', author: 'u2', product: 'p1' },
];

const reviewed = (review: Review) => ({
  ...review,
  author: { id: review.author },
  product: review.product === null ? null : { id: review.product },
});

interface Id {
  readonly id: string;
}

const accounts = (): SubgraphDefinition => ({
  typeDefs: `
    type Query { users: [User!]! me: User }
    type Mutation { rename(id: ID!, name: String!): User register(name: String!): User }
    type User @key(fields: "id") { id: ID! name: String! email: String }
  `,
  resolvers: {
    Query: { users: () => Object.values(USERS), me: () => USERS['u1'] },
    Mutation: {
      rename: (_: unknown, { id, name }: { id: string; name: string }) => ({ ...USERS[id], name }),
      register: (_: unknown, { name }: { name: string }) => ({ id: 'u1', name }),
    },
    User: { __resolveReference: ({ id }: Id) => ({ ...USERS[id] }) },
  },
});

const reviews = (): SubgraphDefinition => ({
  typeDefs: `
    type Query { latest: [Review!] }
    type Mutation { review(product: ID!, body: String!): Review }
    type Subscription { reviewAdded(product: ID): Review! }
    type User @key(fields: "id") { id: ID! reviews: [Review!] }
    type Review @key(fields: "id") { id: ID! body: String! author: User! product: Product }
    type Product @key(fields: "id") { id: ID! reviews(first: Int): [Review!] score: Int! }
  `,
  resolvers: {
    Query: { latest: () => REVIEWS.map(reviewed) },
    Mutation: {
      review: (_: unknown, { product, body }: { product: string; body: string }) =>
        reviewed({ id: 'r9', body, author: 'u1', product }),
    },
    User: {
      __resolveReference: ({ id }: Id) => ({ id }),
      reviews: ({ id }: Id) => REVIEWS.filter(({ author }) => author === id).map(reviewed),
    },
    Review: {
      __resolveReference: ({ id }: Id) =>
        REVIEWS.filter((review) => review.id === id).map(reviewed)[0] ?? null,
    },
    Product: {
      __resolveReference: ({ id }: Id) => ({ id }),
      reviews: ({ id }: Id, { first = 9 }: { first?: number }) =>
        REVIEWS.filter(({ product }) => product === id)
          .slice(0, first)
          .map(reviewed),
      score: ({ id }: Id) => REVIEWS.filter(({ product }) => product === id).length,
    },
  },
});

const products = (): SubgraphDefinition => ({
  typeDefs: `
    type Query { topProducts: [Product!] product(id: ID!): Product }
    type Product @key(fields: "id") { id: ID! name: String! price: Int }
  `,
  resolvers: {
    Query: {
      topProducts: () => Object.values(PRODUCTS),
      product: (_: unknown, { id }: Id) => PRODUCTS[id],
    },
    Product: { __resolveReference: ({ id }: Id) => ({ ...PRODUCTS[id] }) },
  },
});

/** Users write reviews of products: three subgraphs that all add to the same entities. */
export const shop = (): Graph =>
  Graph.of({ accounts: accounts(), reviews: reviews(), products: products() });
