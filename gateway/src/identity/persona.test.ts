import { encodeId } from '@propertea/kernel';
import type { Access } from './memberships.js';
import { actAs } from './persona.js';

const user = '018f0000-0000-7000-8000-0000000000a1';
const oak = '018f0000-0000-7000-8000-00000000000a';
const elm = '018f0000-0000-7000-8000-00000000000e';

const access = (organizations: string[], isOperator = false): Access => ({
  grantsVersion: 7,
  isOperator,
  memberships: organizations.map((organizationId) => ({
    organizationId,
    organizationName: 'name',
    grants: [{ role: 'VIEWER', reach: { kind: 'organization' } }],
  })),
});

it('the only membership stands without being named', () => {
  expect(actAs(user, access([oak]), undefined)).toMatchObject({
    subject: user,
    persona: 'STAFF',
    organizationId: oak,
    grants: [{ role: 'VIEWER' }],
    grantsVersion: 7,
    scopes: [],
  });
});

it('none or several memberships make a person without an organization', () => {
  for (const organizations of [[], [oak, elm]]) {
    expect(actAs(user, access(organizations), undefined)).toMatchObject({
      persona: 'PERSON',
      organizationId: null,
      grants: [],
    });
  }
});

it('a named organization is entered by its members', () => {
  const named = encodeId('Organization', elm);
  expect(actAs(user, access([oak, elm]), named).organizationId).toBe(elm);
});

it('an operator operates unless they name an organization of theirs', () => {
  expect(actAs(user, access([oak], true), undefined)).toMatchObject({
    persona: 'OPERATOR',
    organizationId: null,
    scopes: ['operator'],
    grants: [],
  });
  expect(actAs(user, access([oak], true), encodeId('Organization', oak))).toMatchObject({
    persona: 'STAFF',
    scopes: [],
  });
});

it('foreign, unknown and malformed organizations are told apart by nobody', () => {
  const told = [elm, '018f0000-0000-7000-8000-000000000999'].map((id) =>
    encodeId('Organization', id),
  );
  for (const organization of [...told, oak, 'x', '', encodeId('User', oak)]) {
    const attempt = () => actAs(user, access([oak], true), organization);
    expect(attempt).toThrow(
      expect.objectContaining({ code: 'NOT_FOUND', message: 'Organization not found.' }),
    );
  }
});
