import type { SubgraphName } from './schemas.js';

/** An entity of a subgraph as its fields see it; `seed` is the suffix that its key carries. */
export type Source = Record<string, unknown>;
export type Arguments = Record<string, unknown>;
/** A field that is not just a property of its source. */
export type Resolve = (source: Source, args: Arguments) => unknown;

interface Room {
  fields: Record<string, Record<string, Resolve>>;
  /** The entity of a representation, or null. */
  entities: Record<string, (representation: Source) => Source | null>;
}

const USERS = [
  { id: '1', name: 'Ada Marsh', username: 'ada', birthday: 504_921_600 },
  { id: '2', name: 'Bruno Keller', username: 'brunok', birthday: 612_316_800 },
  { id: '3', name: 'Chiara Lindqvist', username: 'chiaralind', birthday: 438_393_600 },
  { id: '4', name: 'Dmitri Okafor', username: 'dokafor', birthday: 715_996_800 },
  { id: '5', name: 'Elena Sorensen', username: 'elenasor', birthday: 321_926_400 },
  { id: '6', name: 'Farid Novak', username: 'farid', birthday: 857_088_000 },
];

const PRODUCTS = [
  { upc: '1', name: 'Table', price: 899, weight: 100 },
  { upc: '2', name: 'Couch', price: 1299, weight: 1000 },
  { upc: '3', name: 'Glass', price: 15, weight: 20 },
  { upc: '4', name: 'Chair', price: 499, weight: 100 },
  { upc: '5', name: 'Screen', price: 1299, weight: 1000 },
  { upc: '6', name: 'Lamp', price: 6999, weight: 300 },
  { upc: '7', name: 'Stove', price: 3999, weight: 2000 },
  { upc: '8', name: 'Fridge', price: 100_000, weight: 6000 },
  { upc: '9', name: 'Sofa', price: 9999, weight: 800 },
];

const SENTENCES = [
  'It arrived two days early and the box had no dent at all. ',
  'The finish is even, the screws fit and the instructions were read once only. ',
  'After three months of daily use there is one scratch, and that was me. ',
  'A neighbour asked where to buy it, which says more than stars could. ',
  'Heavier than it looks: have a second person at the door. ',
  'I would take it again, though in the other colour. ',
];

/** [upc, sentences]: the lengths make the answer of the reference operation about 90 KB. */
const REVIEWS = [
  ['1', 7],
  ['1', 5],
  ['1', 4],
  ['1', 2],
  ['2', 7],
  ['2', 4],
  ['2', 4],
  ['2', 2],
  ['3', 2],
  ['4', 2],
  ['4', 13],
].map(([upc, sentences], index) => ({
  id: String(index + 1),
  upc: String(upc),
  body: Array.from(
    { length: Number(sentences) },
    (_, at) => SENTENCES[(index + at) % SENTENCES.length],
  ).join(''),
}));

/** Every user wrote the first two reviews and the first user wrote every review, as in the known benchmark. */
const OF_USER = 2;

const SEPARATOR = '~';

/** `3~seed` → `3` and `~seed`; a key without a seed has an empty suffix. */
function split(key: unknown): [string, string] {
  const text = String(key);
  const at = text.indexOf(SEPARATOR);
  return at < 0 ? [text, ''] : [text.slice(0, at), text.slice(at)];
}

const suffix = (seed: unknown): string =>
  typeof seed === 'string' && seed ? `${SEPARATOR}${seed}` : '';

function review(of: (typeof REVIEWS)[number], seed: string): Source {
  return { id: of.id + seed, body: of.body, upc: of.upc + seed, seed };
}

const usersBy = new Map(USERS.map((entry) => [entry.id, entry]));
const productsBy = new Map(PRODUCTS.map((entry) => [entry.upc, entry]));
const reviewsBy = new Map(REVIEWS.map((entry) => [entry.id, entry]));
const reviewsOfProduct = new Map(
  PRODUCTS.map(({ upc }) => [upc, REVIEWS.filter((entry) => entry.upc === upc)]),
);

function user(key: unknown): Source | null {
  const [id, seed] = split(key);
  const found = usersBy.get(id);
  return found ? { ...found, id: id + seed } : null;
}

const seededProduct = (product: (typeof PRODUCTS)[number], seed: string): Source => ({
  ...product,
  upc: product.upc + seed,
});

export const ROOMS: Record<SubgraphName, Room> = {
  accounts: {
    fields: {
      Query: {
        me: () => user('1'),
        user: (_, { id }) => user(id),
        users: (_, { seed }) => USERS.map((entry) => ({ ...entry, id: entry.id + suffix(seed) })),
      },
    },
    entities: { User: ({ id }) => user(id) },
  },
  products: {
    fields: {
      Query: {
        topProducts: (_, { seed, first }) =>
          PRODUCTS.slice(0, Number(first ?? 5)).map((entry) => seededProduct(entry, suffix(seed))),
      },
    },
    entities: {
      Product({ upc }) {
        const [plain, seed] = split(upc);
        const found = productsBy.get(plain);
        return found ? seededProduct(found, seed) : null;
      },
    },
  },
  reviews: {
    fields: {
      Review: {
        author: ({ seed }) => ({ id: `1${String(seed)}`, username: 'ada', seed }),
        product: ({ upc, seed }) => ({ upc, seed }),
      },
      User: {
        numberOfReviews: () => OF_USER,
        reviews: ({ seed }) => REVIEWS.slice(0, OF_USER).map((of) => review(of, String(seed))),
      },
      Product: {
        reviews({ upc, seed }) {
          const own = reviewsOfProduct.get(split(upc)[0]) ?? [];
          return own.map((of) => review(of, String(seed)));
        },
      },
    },
    entities: {
      User: ({ id }) => ({ id, seed: split(id)[1] }),
      Product: ({ upc }) => ({ upc, seed: split(upc)[1] }),
      Review({ id }) {
        const [plain, seed] = split(id);
        const found = reviewsBy.get(plain);
        return found ? review(found, seed) : null;
      },
    },
  },
  inventory: {
    fields: {
      Product: {
        inStock: ({ upc }) => Number(split(upc)[0]) % 4 !== 0,
        shippingEstimate({ price, weight }) {
          if (typeof price !== 'number' || typeof weight !== 'number') return null;
          return price > 1000 ? 0 : Math.round(weight / 2);
        },
      },
    },
    entities: { Product: (representation) => representation },
  },
};
