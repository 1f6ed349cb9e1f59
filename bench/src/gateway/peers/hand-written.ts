import { createServer } from 'node:http';
import { Pool } from 'undici';
import type { SubgraphName } from '../subgraphs/schemas.js';

/**
 * The reference operation by hand, as the measure of what Node can do on a core: seven calls, JSON.parse,
 * fresh objects in the order of the operation, JSON.stringify. It serves nothing else.
 */
const [subgraphs = '{}', port = ''] = process.argv.slice(2);
const urls = JSON.parse(subgraphs) as Record<SubgraphName, string>;

interface Upstream {
  pool: Pool;
  path: string;
}
const upstreams = Object.fromEntries(
  Object.entries(urls).map(([name, url]) => {
    const { origin, pathname } = new URL(url);
    return [name, { pool: new Pool(origin, { connections: 64 }), path: pathname }];
  }),
) as Record<SubgraphName, Upstream>;

interface User {
  id: string;
  name: string;
  username: string;
}
interface Product {
  upc: string;
  name: string;
  price: number;
  weight: number;
}
interface Stock {
  inStock: boolean;
  shippingEstimate: number | null;
}
interface Review {
  id: string;
  body: string;
}
interface LeafReview extends Review {
  product: { upc: string };
}
interface ProductReview extends Review {
  author: { id: string; username: string; reviews: LeafReview[] };
}
interface UserReview extends Review {
  product: { upc: string; reviews: ProductReview[] };
}
interface Entities<T> {
  _entities: T[];
}

const REVIEWS_OF_PRODUCT = 'reviews{id body author{id username reviews{id body product{upc}}}}';
const QUERIES = {
  users: 'query($seed:String){users(seed:$seed){id name username}}',
  top: 'query($seed:String){topProducts(seed:$seed){upc name price weight}}',
  ofUsers: `query($representations:[_Any!]!){_entities(representations:$representations){... on User{reviews{id body product{upc ${REVIEWS_OF_PRODUCT}}}}}}`,
  ofProducts: `query($representations:[_Any!]!){_entities(representations:$representations){... on Product{${REVIEWS_OF_PRODUCT}}}}`,
  names:
    'query($representations:[_Any!]!){_entities(representations:$representations){... on User{name}}}',
  products:
    'query($representations:[_Any!]!){_entities(representations:$representations){... on Product{name price weight}}}',
  stock:
    'query($representations:[_Any!]!){_entities(representations:$representations){... on Product{inStock shippingEstimate}}}',
};

const HEADERS = { 'content-type': 'application/json' };

async function call<T>(to: SubgraphName, query: string, variables: object): Promise<T> {
  const { pool, path } = upstreams[to];
  const body = JSON.stringify({ query, variables });
  const response = await pool.request({ path, method: 'POST', headers: HEADERS, body });
  return (JSON.parse(await response.body.text()) as { data: T }).data;
}

const usersAs = (ids: Iterable<string>) => [...ids].map((id) => ({ __typename: 'User', id }));
const productsAs = (upcs: Iterable<string>) =>
  [...upcs].map((upc) => ({ __typename: 'Product', upc }));

async function answer(seed: string): Promise<string> {
  const [[{ users }, byUser], [{ topProducts }, byProduct]] = await Promise.all([
    call<{ users: User[] }>('accounts', QUERIES.users, { seed }).then(
      async (found) =>
        [
          found,
          await call<Entities<{ reviews: UserReview[] }>>('reviews', QUERIES.ofUsers, {
            representations: usersAs(found.users.map(({ id }) => id)),
          }),
        ] as const,
    ),
    call<{ topProducts: Product[] }>('products', QUERIES.top, { seed }).then(
      async (found) =>
        [
          found,
          await call<Entities<{ reviews: ProductReview[] }>>('reviews', QUERIES.ofProducts, {
            representations: productsAs(found.topProducts.map(({ upc }) => upc)),
          }),
        ] as const,
    ),
  ]);

  const products = new Map<string, Product>(topProducts.map((each) => [each.upc, each]));
  const missing = new Set<string>();
  const authors = new Map<string, string>(users.map((each) => [each.id, each.name]));
  const named = new Set<string>();
  const note = (review: ProductReview): void => {
    named.add(review.author.id);
    for (const { product } of review.author.reviews) missing.add(product.upc);
  };
  for (const { reviews } of byUser._entities) {
    for (const { product } of reviews) {
      missing.add(product.upc);
      product.reviews.forEach(note);
    }
  }
  for (const { reviews } of byProduct._entities) reviews.forEach(note);

  const [names, found] = await Promise.all([
    call<Entities<{ name: string }>>('accounts', QUERIES.names, {
      representations: usersAs(named),
    }),
    call<Entities<Omit<Product, 'upc'>>>('products', QUERIES.products, {
      representations: productsAs(missing),
    }),
  ]);
  [...named].forEach((id, index) => authors.set(id, names._entities[index]?.name ?? ''));
  [...missing].forEach((upc, index) => {
    const product = found._entities[index];
    if (product) products.set(upc, { upc, ...product });
  });

  const all = [...products.values()];
  const stocked = await call<Entities<Stock>>('inventory', QUERIES.stock, {
    representations: all.map(({ upc, price, weight }) => ({
      __typename: 'Product',
      upc,
      price,
      weight,
    })),
  });
  const stock = new Map(all.map(({ upc }, index) => [upc, stocked._entities[index]]));

  const productOf = (upc: string) => {
    const product = products.get(upc);
    const own = stock.get(upc);
    return {
      inStock: own?.inStock,
      name: product?.name,
      price: product?.price,
      shippingEstimate: own?.shippingEstimate,
      upc,
      weight: product?.weight,
    };
  };
  const reviewOf = ({ id, body, author }: ProductReview) => ({
    id,
    body,
    author: {
      id: author.id,
      username: author.username,
      name: authors.get(author.id),
      reviews: author.reviews.map((leaf) => ({
        id: leaf.id,
        body: leaf.body,
        product: productOf(leaf.product.upc),
      })),
    },
  });
  return JSON.stringify({
    data: {
      users: users.map(({ id, username, name }, index) => ({
        id,
        username,
        name,
        reviews: byUser._entities[index]?.reviews.map((review) => ({
          id: review.id,
          body: review.body,
          product: {
            ...productOf(review.product.upc),
            reviews: review.product.reviews.map(reviewOf),
          },
        })),
      })),
      topProducts: topProducts.map(({ upc }, index) => ({
        ...productOf(upc),
        reviews: byProduct._entities[index]?.reviews.map(reviewOf),
      })),
    },
  });
}

const server = createServer((req, res) => {
  const chunks: Buffer[] = [];
  req.on('data', (chunk: Buffer) => chunks.push(chunk));
  req.on('end', () => {
    if (req.method !== 'POST') {
      res.end('ok');
      return;
    }
    const { variables } = JSON.parse(Buffer.concat(chunks).toString()) as {
      variables: { seed: string };
    };
    answer(variables.seed).then(
      (body) =>
        res
          .writeHead(200, {
            'content-type': 'application/json',
            'content-length': Buffer.byteLength(body),
          })
          .end(body),
      (error: unknown) => res.writeHead(500).end(String(error)),
    );
  });
});
server.keepAliveTimeout = 0;
server.listen(Number(port), '127.0.0.1');
