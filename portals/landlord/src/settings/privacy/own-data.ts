import type { MyDataQuery } from '../gql/graphql';

type Viewer = NonNullable<MyDataQuery['viewer']>;

/** What of the data can be counted, in the order in which people ask for it. */
export const COUNTED = [
  'memberships',
  'roles',
  'invitations',
  'accounts',
  'signIns',
  'sessions',
  'mails',
  'history',
] as const;
export type Counted = (typeof COUNTED)[number];

/** All that the platform keeps about a person, as the file that they take with them. */
export function ownDataFile(viewer: Viewer, now: Date): { name: string; text: string } {
  const { id, name, email, isEmailVerified, locale, timeZone, createdAt } = viewer;
  const file = {
    about: 'Everything that ProperTea keeps about you',
    writtenAt: now.toISOString(),
    person: { id, name, email, isEmailVerified, locale, timeZone, createdAt },
    account: viewer.accountData,
    memberships: viewer.membershipData,
  };
  return {
    name: `propertea-my-data-${now.toISOString().slice(0, 10)}.json`,
    text: `${JSON.stringify(file, null, 2)}\n`,
  };
}

/** Whether every room gave its part; a file with holes would say that there is nothing. */
export function isWhole(viewer: Viewer | null | undefined): viewer is Viewer {
  return Boolean(viewer?.accountData && viewer.membershipData);
}

/** How many records there are of each kind. */
export function countsOf(viewer: Viewer): Record<Counted, number> {
  const account = viewer.accountData ?? {};
  const memberships = listAt(viewer.membershipData ?? {}, 'memberships');
  return {
    memberships: memberships.length,
    roles: memberships.flatMap((one) => listAt(one, 'grants')).length,
    invitations: listAt(viewer.membershipData ?? {}, 'invitations').length,
    accounts: listAt(account, 'accounts').length,
    signIns: listAt(account, 'signIns').length,
    sessions: listAt(account, 'sessions').length,
    mails: listAt(account, 'mails').length,
    history: listAt(account, 'history').length,
  };
}

function listAt(of: unknown, key: string): unknown[] {
  const value: unknown = (of as Record<string, unknown> | null)?.[key];
  return Array.isArray(value) ? value : [];
}
