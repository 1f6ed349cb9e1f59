import { encodeId } from '@propertea/kernel';
import { exportJWK, generateKeyPair } from 'jose';
import { ORGANIZATIONS, USERS } from '../../test/house.rooms.js';
import { codes, organizationId, startHouse } from '../../test/house.js';
import type { Answer, Ask, House } from '../../test/house.js';
import { until } from '../../test/until.js';

let house: House;
const query = '{ whoAmI }';

beforeAll(async () => {
  house = await startHouse();
});
afterAll(() => house.stop());

const whoAmI = async (options: Ask): Promise<unknown> =>
  (await house.ask(query, options)).body.data?.whoAmI;

it('the persona follows from memberships and the named organization', async () => {
  const { oak, elm } = ORGANIZATIONS;
  expect(await whoAmI({ as: 'ada' })).toBe(`STAFF ${USERS.ada} ${oak} `);
  expect(await whoAmI({ as: 'ben' })).toBe(`PERSON ${USERS.ben}  `);
  expect(await whoAmI({ as: 'ben', organization: 'elm' })).toBe(`STAFF ${USERS.ben} ${elm} `);
  expect(await whoAmI({ as: 'cyd' })).toBe(`PERSON ${USERS.cyd}  `);
  expect(await whoAmI({ as: 'ops' })).toBe(`OPERATOR ${USERS.ops}  operator`);
});

it('the organization may stand in the URL; two different ones are nobody’s', async () => {
  const at = async (organizations: string[], header?: string): Promise<Answer> => {
    const search = organizations.map((name) => `organization=${organizationId(name)}`).join('&');
    const response = await fetch(`${house.url}/graphql?${search}`, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        authorization: `Bearer ${await house.provider.token('ben')}`,
        ...(header && { 'x-organization-id': organizationId(header) }),
      },
      body: JSON.stringify({ query }),
    });
    const text = await response.text();
    return { text, status: response.status, headers: response.headers, body: JSON.parse(text) };
  };
  expect((await at(['oak'])).body.data?.whoAmI).toContain(ORGANIZATIONS.oak);
  expect((await at(['oak'], 'oak')).body.data?.whoAmI).toContain(ORGANIZATIONS.oak);
  expect(codes(await at(['oak'], 'elm'))).toEqual(['NOT_FOUND']);
  expect(codes(await at(['oak', 'elm']))).toEqual(['NOT_FOUND']);
});

it('a foreign, an unknown and a malformed organization get the same answer byte for byte', async () => {
  const unknown = encodeId('Organization', '018f0000-0000-7000-8000-000000000999');
  const malformed = ['org_x', 'null', 'a'.repeat(500), ORGANIZATIONS.oak];
  const foreign = await house.ask(query, { as: 'ada', organization: 'elm' });
  expect(codes(foreign)).toEqual(['NOT_FOUND']);
  for (const organization of [unknown, ...malformed]) {
    const answer = await house.ask(query, { as: 'ada', organization });
    expect([answer.status, answer.text]).toEqual([foreign.status, foreign.text]);
  }
});

it('only operators pass a scope, and a token cannot claim it', async () => {
  expect((await house.ask('{ report }', { as: 'ops' })).body.data).toEqual({
    report: 'all is well',
  });
  const claimed = await house.provider.token('ada', { scope: 'operator' });
  const answer = await house.ask('{ report }', { headers: { authorization: `Bearer ${claimed}` } });
  expect(codes(answer)).toEqual(['FORBIDDEN at report']);
});

it('a token of another issuer, audience, time, key or kind is refused', async () => {
  const { provider } = house;
  const { privateKey } = await generateKeyPair('RS256', { extractable: true });
  const forged = await exportJWK(privateKey);
  const unsigned = `${btoa('{"alg":"none"}')}.${btoa('{"sub":"ada","exp":9999999999}')}.`;
  const signed = await Promise.all([
    provider.token('ada', { iss: 'https://evil.example' }),
    provider.token('ada', { aud: 'gateway' }),
    provider.token('ada', { exp: Math.floor(Date.now() / 1000) - 60 }),
    provider.token('ada', {}, forged),
  ]);
  const tokens = [...signed, unsigned.replaceAll('=', ''), 'nonsense', '', 'a'.repeat(10_000)];
  for (const token of tokens) {
    const answer = await house.ask(query, { headers: { authorization: `Bearer ${token}` } });
    expect([answer.status, ...codes(answer)]).toEqual([401, 'UNAUTHENTICATED']);
    expect(answer.headers.get('www-authenticate')).toContain('invalid_token');
  }
});

it('a member who is removed has no access from the next request on', async () => {
  const inOak: Ask = { as: 'ben', organization: 'oak' };
  expect(await whoAmI(inOak)).toContain('STAFF');
  const remove = 'mutation($user: ID!) { removeMember(userId: $user) { name } }';
  const removed = await house.ask(remove, { as: 'ada', variables: { user: USERS.ben } });
  expect(removed.body).toEqual({ data: { removeMember: { name: 'Oak' } } });
  expect(codes(await house.ask(query, inOak))).toEqual(['NOT_FOUND']);
});

it('the other gateway processes learn of it too', async () => {
  const at = await house.startAnother(0);
  house.state.members.set(USERS.ben, [ORGANIZATIONS.oak]);
  await house.ask('mutation { removeMember(userId: "nobody") { name } }', { as: 'ada' });
  const there: Ask = { as: 'ben', organization: 'oak', at };
  await until(async () => String(await whoAmI(there)).startsWith('STAFF'));
  const remove = 'mutation($user: ID!) { removeMember(userId: $user) { name } }';
  await house.ask(remove, { as: 'ada', variables: { user: USERS.ben } });
  await until(async () => codes(await house.ask(query, there)).includes('NOT_FOUND'));
});

it('whoever changes themselves is looked up again', async () => {
  const links = () =>
    house.rooms.identity?.seen.filter(({ request }) => request.query.includes('linkIdentity'))
      .length;
  await whoAmI({ as: 'cyd' });
  const before = links() ?? 0;
  await whoAmI({ as: 'cyd' });
  expect(links()).toBe(before);
  await house.ask('mutation { changeName(name: "C") { name } }', { as: 'cyd' });
  await whoAmI({ as: 'cyd' });
  expect(links()).toBe(before + 1);
});

it('while nobody can say who asks, nothing is answered to them; the anonymous go on', async () => {
  house.setDown('identity', true);
  const answer = await house.ask(query, {
    headers: {
      authorization: `Bearer ${await house.provider.token('cyd', { email: 'n@example.com' })}`,
    },
  });
  const anonymous = await house.ask('{ notice }');
  house.setDown('identity', false);
  expect([answer.status, ...codes(answer)]).toEqual([503, 'UPSTREAM_UNAVAILABLE']);
  expect(anonymous.body.data).toEqual({ notice: 'open on Mondays' });
});
