import { readConfig } from '../../src/serve/config.js';
import type { ServeConfig } from '../../src/serve/config.js';
import { startGateway } from '../../src/serve/gateway.js';
import { HttpSubgraph, supergraphOf } from './http-subgraphs.js';

export interface Answer {
  status: number;
  body: {
    data?: Record<string, unknown> | null;
    errors?: { message: string; path?: unknown[]; extensions?: Record<string, unknown> }[];
  };
}

/** The gateway as it runs alone, over two subgraphs that say who they think asks. */
export async function serveShop({
  limits,
  ...config
}: Partial<Omit<ServeConfig, 'limits'>> & { limits?: Partial<ServeConfig['limits']> } = {}) {
  const usual = await readConfig(undefined);
  const shop = new HttpSubgraph(
    'shop',
    `type Query { whoAmI: String items(count: Int = 3): [Item!] slow: String }
     type Mutation { buy(id: ID!): Item }
     type Item @key(fields: "id") { id: ID! owner: String }`,
    {
      Query: {
        whoAmI: (_: unknown, __: unknown, headers: Record<string, string>) => headers['x-user'],
        items: (_: unknown, { count }: { count: number }) =>
          Array.from({ length: count }, (__, index) => ({ id: String(index) })),
        slow: () => new Promise((resolve) => setTimeout(() => resolve('at last'), 150)),
      },
      Mutation: { buy: (_: unknown, { id }: { id: string }) => ({ id }) },
      Item: {
        owner: (_: unknown, __: unknown, headers: Record<string, string>) => headers['x-user'],
      },
    },
  );
  const prices = new HttpSubgraph(
    'prices',
    'type Item @key(fields: "id") { id: ID! price: Int buyer: String }',
    {
      Item: {
        __resolveReference: (reference: { id: string }) => reference,
        price: ({ id }: { id: string }) => Number(id) * 10,
        buyer: (_: unknown, __: unknown, headers: Record<string, string>) => headers['x-user'],
      },
    },
  );
  await shop.start();
  await prices.start();
  const gateway = await startGateway(supergraphOf([shop, prices]), 0, {
    ...usual,
    ...config,
    limits: { ...usual.limits, ...limits },
  });
  const url = `http://127.0.0.1:${gateway.port}/graphql`;
  return {
    shop,
    prices,
    url,
    gateway,
    async ask(
      query: string,
      { variables, headers = {} }: { variables?: object; headers?: Record<string, string> } = {},
    ): Promise<Answer> {
      const response = await fetch(url, {
        method: 'POST',
        headers: { 'content-type': 'application/json', ...headers },
        body: JSON.stringify({ query, variables }),
      });
      return { status: response.status, body: (await response.json()) as Answer['body'] };
    },
    async stop(): Promise<void> {
      await gateway.stop();
      await Promise.all([shop.kill(), prices.kill()]);
    },
  };
}

export type Shop = Awaited<ReturnType<typeof serveShop>>;
