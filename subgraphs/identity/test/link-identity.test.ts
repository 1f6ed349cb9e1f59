import { encodeId, newId } from '@propertea/kernel';
import { person, staff } from '@propertea/testkit';
import { House, OPERATOR } from './house.js';
import * as people from './people.js';

let house: House;
beforeAll(async () => {
  house = await House.start();
});
afterAll(() => house.stop());

const link = (claims: Parameters<typeof people.link>[1] = {}) => people.link(house, claims);
const viewer = (userId: string) => people.viewer(house, userId);

describe('linkIdentity', () => {
  it('makes a person at first sight and finds them again', async () => {
    const subject = newId();
    const first = await link({ subject, email: 'Émile@Beispiel.de', name: '  Émile   Zola ' });
    expect(await link({ subject, email: 'Émile@Beispiel.de' })).toBe(first);
    expect(await viewer(first)).toMatchObject({
      id: encodeId('User', first),
      email: 'Émile@Beispiel.de',
      name: 'Émile Zola',
      locale: 'en',
      timeZone: 'UTC',
    });
    const facts = await house.sql('select type, data from identity.outbox where subject = $1', [
      first,
    ]);
    expect(facts).toEqual([
      {
        type: 'user.registered.v1',
        data: {
          userId: first,
          email: 'Émile@Beispiel.de',
          emailVerified: true,
          name: 'Émile Zola',
        },
      },
    ]);
  });

  it('makes one person of simultaneous first sign-ins', async () => {
    const claims = { subject: newId(), email: `${newId()}@example.com` };
    const ids = await Promise.all(Array.from({ length: 8 }, () => link(claims)));
    expect(new Set(ids).size).toBe(1);
    const registered = await house.sql(
      "select from identity.outbox where subject = $1 and type = 'user.registered.v1'",
      [ids[0]],
    );
    expect(registered).toHaveLength(1);
  });

  it('makes one person of two issuers that sign them in at the same moment', async () => {
    const email = `${newId()}@example.com`;
    const issuers = ['https://a.example', 'https://b.example', 'https://c.example'];
    const ids = await Promise.all(issuers.map((issuer) => link({ issuer, email })));
    expect(new Set(ids).size).toBe(1);
  });

  it('links another issuer by e-mail address only where both sides have verified it', async () => {
    const email = `Mixed.${newId()}@Example.com`;
    const unverified = await link({ email, emailVerified: false });
    const owner = await link({ email: email.toLowerCase() });
    expect(owner).not.toBe(unverified);
    expect(await link({ email, issuer: 'https://other.example' })).toBe(owner);
    expect(await link({ email, issuer: 'https://lax.example', emailVerified: false })).not.toBe(
      owner,
    );
    expect((await viewer(unverified))?.isEmailVerified).toBe(false);
  });

  it('follows the issuer to a new verified address, but never onto somebody else’s', async () => {
    const subject = newId();
    const userId = await link({ subject });
    const fresh = `${newId()}@example.com`;
    await link({ subject, email: fresh });
    expect((await viewer(userId))?.email).toBe(fresh);
    const other = `${newId()}@example.com`;
    const otherId = await link({ email: other });
    expect(await link({ subject, email: other })).toBe(userId);
    expect((await viewer(userId))?.email).toBe(fresh);
    expect((await viewer(otherId))?.email).toBe(other);
  });

  it('calls a person by their address where the issuer sends no usable name', async () => {
    const names = [null, '', '   ', 'x'.repeat(500_000), 'a\u202eb'];
    for (const name of names) {
      const userId = await link({ name, email: `nameless.${newId()}@example.com` });
      expect((await viewer(userId))?.name).toMatch(/^nameless\./);
    }
  });

  it.each([
    ['no issuer', { issuer: '' }, 'issuer'],
    ['a subject of 500 KB', { subject: 'x'.repeat(500_000) }, 'subject'],
    ['an address of 500 KB', { email: `${'x'.repeat(500_000)}@example.com` }, 'email'],
    ['an address that is none', { email: 'somebody' }, 'email'],
  ])('refuses claims with %s', async (_what, claims, field) => {
    const { userId, errors } = await people.linkAnswer(house, claims);
    expect(userId).toBeNull();
    expect(errors[0]).toMatchObject({ code: 'INVALID_INPUT', path: ['input', field] });
    expect(JSON.stringify(errors).length).toBeLessThan(500);
  });

  it.each([
    ['a person', person()],
    ['an administrator', staff(newId())],
    ['an operator', OPERATOR],
  ])('is closed to %s', async (_who, identity) => {
    const input = {
      issuer: 'i',
      subject: 's',
      email: 'a@example.com',
      emailVerified: true,
      name: 'A',
    };
    const { data, errors } = await house.as(identity)(people.LINK, { input });
    expect(data).toEqual({ linkIdentity: null });
    expect(errors?.[0]?.extensions?.code).toBe('FORBIDDEN');
  });
});
