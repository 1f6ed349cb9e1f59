/**
 * The reference operation: users → reviews → product → reviews → author → reviews → product, and the same
 * from the top products. Its text never changes; the seed goes into every key of the answer.
 */
export const OPERATION = /* GraphQL */ `
  fragment User on User {
    id
    username
    name
  }
  fragment Review on Review {
    id
    body
  }
  fragment Product on Product {
    inStock
    name
    price
    shippingEstimate
    upc
    weight
  }
  query Reference($seed: String) {
    users(seed: $seed) {
      ...User
      reviews {
        ...Review
        product {
          ...Product
          reviews {
            ...Review
            author {
              ...User
              reviews {
                ...Review
                product {
                  ...Product
                }
              }
            }
          }
        }
      }
    }
    topProducts(seed: $seed) {
      ...Product
      reviews {
        ...Review
        author {
          ...User
          reviews {
            ...Review
            product {
              ...Product
            }
          }
        }
      }
    }
  }
`;

/** One room answers this: what a gateway adds to the bare call is its own. */
export const ONE_ROOM =
  'query Users($seed: String) { users(seed: $seed) { id name username birthday } }';

/** Stands for any seed in an expected answer. All seeds are as long, so all answers are too. */
export const ANY_SEED = '$$seed$$';

/** A seed that no other request of this run has. */
export function seedOf(serial: number): string {
  return `s${serial.toString(36).padStart(ANY_SEED.length - 1, '0')}`;
}

/** The body of a request, split where its seed goes. */
export function bodyAround(query: string): [string, string] {
  const [before, after] = JSON.stringify({ query, variables: { seed: ANY_SEED } }).split(ANY_SEED);
  if (before === undefined || after === undefined) throw new Error('no place for the seed');
  return [before, after];
}

/** What both modes mean: one seed for all requests, or its own for each. */
export const MODES = ['own keys', 'identical'] as const;
export type Mode = (typeof MODES)[number];

/** An answer as it is compared: its data, in the order of its keys, without white space. */
export function dataOf(text: string): string {
  const answer = JSON.parse(text) as { data?: unknown; errors?: unknown };
  if (answer.errors) throw new Error(`the answer has errors: ${JSON.stringify(answer.errors)}`);
  return JSON.stringify({ data: answer.data });
}
