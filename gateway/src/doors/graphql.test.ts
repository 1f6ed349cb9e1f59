import { codes, read, startHouse } from '../../test/house.js';
import type { Answer, House } from '../../test/house.js';

let house: House;

async function send(
  body: string | Buffer,
  headers: Record<string, string> = {},
  method = 'POST',
): Promise<Answer> {
  const response = await fetch(`${house.url}/graphql`, {
    method,
    headers: { 'content-type': 'application/json', ...headers },
    body: method === 'GET' ? undefined : (body as string),
  });
  return read(response);
}

const told = (answer: Answer): unknown[] => [
  answer.status,
  ...codes(answer),
  answer.body.errors?.[0]?.message,
];

describe('in development', () => {
  beforeAll(async () => {
    house = await startHouse({ config: { corsOrigins: ['http://localhost:4001'] } });
  });
  afterAll(() => house.stop());

  it.each([
    ['nothing', '', 'The body is not valid JSON.'],
    ['half of a JSON', '{"query": "{ no', 'The body is not valid JSON.'],
    ['a number', '7', 'The body must be a JSON object with the field "query".'],
    ['null', 'null', 'The body must be a JSON object with the field "query".'],
    ['a string', '"{ notice }"', 'The body must be a JSON object with the field "query".'],
    ['a batch', '[{"query":"{ notice }"}]', /^Batches are not accepted/],
    ['no query', '{}', 'The field "query" must be a GraphQL document.'],
    [
      'a query of another type',
      '{"query":{"a":1}}',
      'The field "query" must be a GraphQL document.',
    ],
    [
      'variables as text',
      '{"query":"{ notice }","variables":"{}"}',
      /"variables" must be an object/,
    ],
    [
      'a list of variables',
      '{"query":"{ notice }","variables":[]}',
      /"variables" must be an object/,
    ],
    [
      'a numeric name',
      '{"query":"{ notice }","operationName":1}',
      /"operationName" must be a string/,
    ],
    [
      'an unknown name',
      '{"query":"query A { notice }","operationName":"B"}',
      'The document has no operation of this name.',
    ],
    ['two operations', '{"query":"query A { notice } query B { notice }"}', /"operationName"/],
    ['bad syntax', '{"query":"{ notice "}', /^Syntax Error/],
    ['an unknown field', '{"query":"{ nothing }"}', /^Cannot query field "nothing"/],
    [
      'a wrong variable',
      '{"query":"mutation($a: ID!) { renameProperty(id: $a, name: \\"b\\") { id } }"}',
      /^Variable "\$a"/,
    ],
    [
      'a subscription',
      '{"query":"subscription { notice }"}',
      /^Send subscriptions over a WebSocket/,
    ],
    [
      'a hash that nobody knows',
      '{"extensions":{"persistedQuery":{"version":1,"sha256Hash":"a"}}}',
      'No document has this hash: send its text in "query".',
    ],
    ['a hash that is no text', '{"documentId":1}', 'The hash of a document must be a string.'],
  ])('%s is answered with a clear 400', async (_title, body, message) => {
    const answer = await send(body);
    expect(told(answer)).toEqual([
      400,
      'BAD_USER_INPUT',
      typeof message === 'string' ? message : expect.stringMatching(message),
    ]);
    expect(answer.headers.get('content-type')).toBe('application/json; charset=utf-8');
  });

  it('500 KB of nonsense are answered shortly, wherever they stand', async () => {
    const noise = Array.from({ length: 100_000 }, (_, index) => `${index % 7}{"`)
      .join('')
      .slice(0, 500_000);
    const query = 'mutation($a: ID!) { renameProperty(id: $a, name: "b") { id } }';
    for (const [body, code] of [
      // Refused for its levels and its length, before anybody reads it.
      [noise, 'COST_LIMIT'],
      [JSON.stringify({ query: noise }), 'COST_LIMIT'],
      [JSON.stringify({ query, variables: { a: [noise] } }), 'BAD_USER_INPUT'],
      [JSON.stringify({ query, variables: noise }), 'BAD_USER_INPUT'],
      [JSON.stringify({ query: '{ notice }', operationName: noise }), 'BAD_USER_INPUT'],
    ] as const) {
      const answer = await send(body);
      expect([answer.status, ...codes(answer)]).toEqual([400, code]);
      expect(answer.text.length).toBeLessThan(2_000);
    }
    const unused = await send(JSON.stringify({ query: '{ notice }', variables: { x: noise } }));
    expect(unused.body.data).toEqual({ notice: 'open on Mondays' });
  });

  it('deeply nested JSON and documents are answered, not suffered', async () => {
    const depth = 100_000;
    const nested = `{"query":"{ notice }","variables":{"a":${'['.repeat(depth)}${']'.repeat(depth)}}}`;
    expect((await send(nested)).status).toBeLessThan(500);
    const fields = JSON.stringify({ query: `${'{a'.repeat(50_000)}${'}'.repeat(50_000)}` });
    expect(codes(await send(fields))).toEqual(['COST_LIMIT']);
  });

  it('a body over 1 MiB is not read', async () => {
    const answer = await send(JSON.stringify({ query: `{ notice } #${'x'.repeat(1024 * 1024)}` }));
    expect(told(answer)).toEqual([413, 'COST_LIMIT', 'The body is larger than 1048576 bytes.']);
    expect((await send('{"query":"{ notice }"}')).status).toBe(200);
  });

  it('only JSON is taken, so that no form of another site gets in', async () => {
    for (const type of [
      'text/plain',
      'application/x-www-form-urlencoded',
      'multipart/form-data',
      '',
    ]) {
      const answer = await send('{"query":"{ notice }"}', { 'content-type': type });
      expect([answer.status, ...codes(answer)]).toEqual([415, 'BAD_USER_INPUT']);
    }
    const packed = await send('{"query":"{ notice }"}', { 'content-encoding': 'gzip' });
    expect(packed.status).toBe(415);
    const fetched = await send('', {}, 'GET');
    expect([fetched.status, fetched.headers.get('allow')]).toEqual([405, 'POST']);
  });

  it('limits are told with what they are', async () => {
    const aliases = Array.from({ length: 101 }, (_, index) => `a${index}: notice`).join(' ');
    for (const [query, message] of [
      [`{ ${aliases} }`, 'The operation has a number of aliases of 101; at most 100 are allowed.'],
      [`{ ${'notice '.repeat(5_001)} }`, 'The document has more than 5000 tokens.'],
    ]) {
      expect(told(await house.ask(query ?? ''))).toEqual([400, 'COST_LIMIT', message]);
    }
  });

  it('answers carry no whitespace and no more than data and errors', async () => {
    const answer = await house.ask('{ notice }');
    expect(answer.text).toBe('{"data":{"notice":"open on Mondays"}}');
  });

  it('an unusable request id is replaced, a sane one comes back', async () => {
    const id = async (given: string) =>
      (await house.ask('{ notice }', { headers: { 'x-request-id': given } })).headers.get(
        'x-request-id',
      );
    expect(await id('abcdefgh-1')).toBe('abcdefgh-1');
    for (const bad of [
      'short',
      'a'.repeat(200),
      'with space and more',
      '<script>alert(1)</script>',
    ]) {
      expect(await id(bad)).toMatch(/^[\da-f-]{36}$/);
    }
  });

  it('portals on the list may read answers with credentials, other sites may not', async () => {
    const preflight = (origin: string) =>
      fetch(`${house.url}/graphql`, {
        method: 'OPTIONS',
        headers: { origin, 'access-control-request-method': 'POST' },
      });
    const portal = await preflight('http://localhost:4001');
    expect(portal.status).toBe(204);
    expect(portal.headers.get('access-control-allow-origin')).toBe('http://localhost:4001');
    expect(portal.headers.get('access-control-allow-credentials')).toBe('true');
    expect(portal.headers.get('access-control-allow-headers')).toContain('x-organization-id');
    expect(portal.headers.get('access-control-allow-headers')).toContain('x-view-as');
    for (const origin of ['http://localhost:4002', 'http://localhost:4001.evil.example', 'null']) {
      const other = await preflight(origin);
      expect(other.headers.get('access-control-allow-origin')).toBeNull();
      expect(other.headers.get('access-control-allow-credentials')).toBeNull();
    }
  });

  it('pages may load nothing but what this site serves', async () => {
    const page = await fetch(`${house.url}/`);
    expect(page.headers.get('content-security-policy')).toContain("default-src 'none'");
    expect(page.headers.get('x-content-type-options')).toBe('nosniff');
    expect(page.headers.get('x-powered-by')).toBeNull();
    expect(page.headers.get('strict-transport-security')).toBeNull();
    expect(await page.text()).toContain('ProperTea');
    const nowhere = await read(await fetch(`${house.url}/nowhere/%E0%A4%A`));
    expect(nowhere.status).toBeGreaterThanOrEqual(400);
    expect(nowhere.status).toBeLessThan(500);
  });
});

describe('in production', () => {
  beforeAll(async () => {
    house = await startHouse({
      config: {
        mode: 'production',
        publicUrl: 'https://propertea.example',
        oidc: { issuer: 'https://login.example', clientId: 'gateway', clientSecret: 'secret' },
      },
    });
  });
  afterAll(() => house.stop());

  it('the schema is not shown', async () => {
    for (const query of [
      '{ __schema { types { name } } }',
      '{ ...S } fragment S on Query { __type(name: "User") { name } }',
    ]) {
      const answer = await house.ask(query);
      expect([answer.status, ...codes(answer)]).toEqual([403, 'FORBIDDEN']);
    }
  });

  it('the explorer is not there, and https is insisted on', async () => {
    const explorer = await fetch(`${house.url}/graphiql`);
    expect(explorer.status).toBe(404);
    expect(explorer.headers.get('strict-transport-security')).toContain('max-age=31536000');
  });

  it('cookies are for this host alone and for https', async () => {
    const logout = await fetch(`${house.url}/auth/logout`, {
      method: 'POST',
      headers: { origin: 'https://propertea.example' },
      redirect: 'manual',
    });
    expect(logout.headers.getSetCookie()).toEqual([
      '__Host-propertea-session=; Max-Age=0; Path=/; HttpOnly; Secure; SameSite=Lax',
    ]);
  });
});
