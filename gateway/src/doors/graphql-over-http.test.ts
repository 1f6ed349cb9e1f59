import { auditServer } from 'graphql-http';
import { codes, startHouse } from '../../test/house.js';
import type { House } from '../../test/house.js';
import { keyIn } from '../../test/api-key.js';

/** Audits that only a door with GET can pass; ours takes operations by POST alone. */
const OF_GET = new Set(['5A70', 'D6D5', '6A70']);

let house: House;
beforeAll(async () => {
  house = await startHouse();
});
afterAll(() => house.stop());

describe.each([
  ['the public graph', '/public/graphql', () => keyIn(house)],
  ['the portals’ graph', '/graphql', () => house.provider.token('ada')],
])('%s', (_title, path, credential) => {
  it('passes the audit of graphql-http', async () => {
    const authorization = `Bearer ${await credential()}`;
    const results = await auditServer({
      url: `${house.url}${path}`,
      fetchFn: (url: string, init: RequestInit = {}) =>
        fetch(url, { ...init, headers: { ...init.headers, authorization } }),
    });
    const failed = results.filter(({ status }) => status !== 'ok');
    expect(results.length).toBeGreaterThan(50);
    expect(failed.map(({ id }) => id).filter((id) => !OF_GET.has(id))).toEqual([]);
  });

  it('says by the status what is wrong with the GraphQL to who takes its media type', async () => {
    const isPublic = path.startsWith('/public');
    for (const [accept, status, type] of [
      ['application/json', 200, 'application/json'],
      [
        'application/json;q=0.9, application/graphql-response+json',
        400,
        'application/graphql-response+json',
      ],
      ['application/graphql-response+json;q=0, */*', 400, 'application/json'],
      ['text/html', 400, 'application/json'],
    ] as const) {
      for (const query of ['{', '{ nothing }', 'query A { notice } query B { notice }']) {
        const answer = await house.ask(query, { isPublic, headers: { accept } });
        expect([answer.status, ...codes(answer)]).toEqual([status, 'BAD_USER_INPUT']);
        expect(answer.headers.get('content-type')).toBe(`${type}; charset=utf-8`);
      }
      const costly = await house.ask(`{ ${'a '.repeat(1_001)} }`, {
        isPublic,
        headers: { accept },
      });
      expect([costly.status, ...codes(costly)]).toEqual([400, 'COST_LIMIT']);
    }
  });
});
