import { countsOf, isWhole, ownDataFile } from './own-data';

const viewer = {
  __typename: 'User' as const,
  id: 'user_1',
  name: 'Olena',
  email: 'olena@example.com',
  isEmailVerified: true,
  locale: 'uk',
  timeZone: 'Europe/Kyiv',
  createdAt: '2026-01-01T00:00:00Z',
  accountData: { signIns: [{}, {}], mails: [], sessions: [{}], history: [{}, {}, {}] },
  membershipData: {
    memberships: [{ grants: [{}, {}] }, { grants: [{}] }, {}],
    invitations: [{}],
  },
};

it('what is kept is counted, and what is not there is none', () => {
  expect(countsOf(viewer)).toEqual({
    memberships: 3,
    roles: 3,
    invitations: 1,
    accounts: 0,
    signIns: 2,
    sessions: 1,
    mails: 0,
    history: 3,
  });
});

it('the file holds all of it and is named after its day', () => {
  const { name, text } = ownDataFile(viewer, new Date('2026-11-21T23:30:00Z'));
  expect(name).toBe('propertea-my-data-2026-11-21.json');
  expect(JSON.parse(text)).toMatchObject({
    writtenAt: '2026-11-21T23:30:00.000Z',
    person: { email: 'olena@example.com', timeZone: 'Europe/Kyiv' },
    account: viewer.accountData,
    memberships: viewer.membershipData,
  });
});

it('a file with a part missing is not handed out as the whole', () => {
  expect(isWhole(viewer)).toBe(true);
  expect(isWhole({ ...viewer, membershipData: null })).toBe(false);
  expect(isWhole({ ...viewer, accountData: null })).toBe(false);
  expect(isWhole(null)).toBe(false);
});
