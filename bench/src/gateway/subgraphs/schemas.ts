const LINK = (imports: string): string =>
  `extend schema @link(url: "https://specs.apollo.dev/federation/v2.3", import: [${imports}])`;

/** The four subgraphs of the reference workload as federation 2 schemas. */
export const SCHEMAS = {
  accounts: /* GraphQL */ `
    ${LINK('"@key", "@shareable"')}
    type Query {
      me: User
      user(id: ID!): User
      users(seed: String): [User]
    }
    type User @key(fields: "id") {
      id: ID!
      name: String
      username: String @shareable
      birthday: Int
    }
  `,
  products: /* GraphQL */ `
    ${LINK('"@key"')}
    type Query {
      topProducts(seed: String, first: Int = 5): [Product]
    }
    type Product @key(fields: "upc") {
      upc: String!
      name: String
      price: Int
      weight: Int
    }
  `,
  reviews: /* GraphQL */ `
    ${LINK('"@key", "@external", "@provides"')}
    type Review @key(fields: "id") {
      id: ID!
      body: String
      author: User @provides(fields: "username")
      product: Product
    }
    type User @key(fields: "id") {
      id: ID!
      username: String @external
      numberOfReviews: Int
      reviews: [Review]
    }
    type Product @key(fields: "upc") {
      upc: String!
      reviews: [Review]
    }
    type Subscription {
      reviewAdded: Review
    }
  `,
  inventory: /* GraphQL */ `
    ${LINK('"@key", "@external", "@requires"')}
    type Product @key(fields: "upc") {
      upc: String!
      weight: Int @external
      price: Int @external
      inStock: Boolean
      shippingEstimate: Int @requires(fields: "price weight")
    }
  `,
} as const;

export type SubgraphName = keyof typeof SCHEMAS;

export const SUBGRAPHS = Object.keys(SCHEMAS) as SubgraphName[];
