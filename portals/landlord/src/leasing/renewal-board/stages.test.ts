import type { RenewalCardFragment } from '../gql/graphql';
import { offerOf, stageOf } from './stages';

type Offer = NonNullable<RenewalCardFragment['renewalOffers']>[number];

const offer = (state: Offer['state']): Offer => ({
  __typename: 'RenewalOffer',
  id: state,
  version: 1,
  state,
  startsOn: '2027-01-01',
  endsOn: null,
  expiresOn: '2026-12-01',
  note: null,
  rent: null,
  newLease: null,
});
const lease = (...states: Offer['state'][]) => ({
  renewalOffers: states.map(offer),
  renewedBy: null,
});

it.each([
  [[], 'open'],
  [['OFFERED'], 'offered'],
  [['ACCEPTED'], 'accepted'],
  [['DECLINED'], 'declined'],
  [['WITHDRAWN'], 'open'],
  [['EXPIRED'], 'open'],
  [['DECLINED', 'OFFERED'], 'offered'],
] as const)('with offers %j it stands in %s', (states, stage) => {
  expect(stageOf(lease(...states))).toBe(stage);
});

it('a signed new term counts for more than any offer', () => {
  const renewedBy = {
    __typename: 'Lease' as const,
    id: 'lease_1',
    number: 'L-1',
    state: 'FUTURE' as const,
  };
  expect(stageOf({ ...lease('SIGNED'), renewedBy })).toBe('signed');
});

it('the offer that lives is the one that is worked on', () => {
  expect(offerOf(lease('DECLINED', 'ACCEPTED'))?.state).toBe('ACCEPTED');
  expect(offerOf(lease())).toBeUndefined();
});
