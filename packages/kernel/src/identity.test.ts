import { type Grant, grantsWithin, type Reach, reachCovers, type Role, ROLES } from './index.js';

const A = '018f0000-0000-7000-8000-00000000000a';
const B = '018f0000-0000-7000-8000-00000000000b';
const property = (companyId: string, last: string): Reach => ({
  kind: 'property',
  companyId,
  propertyId: `018f0000-0000-7000-8000-0000000000${last}`,
});
const [A1, A2, B1] = [property(A, 'a1'), property(A, 'a2'), property(B, 'b1')];

/** Every kind of reach, twice where two can be apart. A reach is also the name of a place. */
const REACHES: Reach[] = [
  { kind: 'organization' },
  { kind: 'company', companyId: A },
  { kind: 'company', companyId: B },
  A1,
  A2,
  B1,
];

const all = (): Grant[] => ROLES.flatMap((role) => REACHES.map((reach) => ({ role, reach })));
const holds = (grants: readonly Grant[], role: Role, place: Reach) =>
  grants.some((grant) => grant.role === role && reachCovers(grant.reach, place));

/** What is to be true of the answer at every place and for every role, by the words of the rule. */
function wrong(theirs: readonly Grant[], own: readonly Grant[]): string[] {
  const within = grantsWithin(theirs, own);
  return ROLES.flatMap((role) =>
    REACHES.filter((place) => {
      const mine = holds(own, role, place) || holds(own, 'ORGANIZATION_ADMIN', place);
      return holds(within, role, place) !== (holds(theirs, role, place) && mine);
    }).map((place) => `${role} at ${JSON.stringify(place)} of ${JSON.stringify([theirs, own])}`),
  );
}

describe('the grants of another within one’s own', () => {
  it('hold exactly where both hold, for every role × reach of both', () => {
    const found: string[] = [];
    for (const theirs of all()) for (const own of all()) found.push(...wrong([theirs], [own]));
    expect(found).toEqual([]);
  });

  it('hold exactly where both hold, also for several grants on both sides', () => {
    const found: string[] = [];
    const roles = new Set<Role>(['ORGANIZATION_ADMIN', 'PROPERTY_MANAGER', 'VIEWER']);
    const few = all().filter(({ role }) => roles.has(role));
    const pairs = few.flatMap((one) => few.map((other) => [one, other]));
    // Every pair against every second one of the others: some fifty thousand cases.
    for (const [at, own] of pairs.entries()) {
      for (const theirs of pairs.filter((_, index) => index % 2 === at % 2)) {
        found.push(...wrong(theirs, own));
      }
    }
    expect(found.slice(0, 3)).toEqual([]);
  });

  it('are the other’s own, said once, for who administers everything', () => {
    const everything: Grant = { role: 'ORGANIZATION_ADMIN', reach: { kind: 'organization' } };
    const own: Grant[] = [everything, { role: 'VIEWER', reach: { kind: 'company', companyId: A } }];
    expect(grantsWithin(all(), own)).toEqual(all());
    expect(grantsWithin([everything], [everything, everything])).toEqual([everything]);
  });

  it('are narrowed to where one’s own go, without what is said twice', () => {
    const theirs: Grant[] = [{ role: 'VIEWER', reach: { kind: 'organization' } }];
    const own: Grant[] = [
      { role: 'VIEWER', reach: A1 },
      { role: 'ORGANIZATION_ADMIN', reach: { kind: 'company', companyId: A } },
      { role: 'VIEWER', reach: { kind: 'company', companyId: A } },
      { role: 'VIEWER', reach: B1 },
      { role: 'PROPERTY_MANAGER', reach: { kind: 'company', companyId: B } },
    ];
    expect(grantsWithin(theirs, own)).toEqual([
      { role: 'VIEWER', reach: { kind: 'company', companyId: A } },
      { role: 'VIEWER', reach: B1 },
    ]);
    expect(grantsWithin(theirs, [])).toEqual([]);
    expect(grantsWithin([], own)).toEqual([]);
  });
});
