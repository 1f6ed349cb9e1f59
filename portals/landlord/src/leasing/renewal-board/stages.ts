import type { RenewalCardFragment } from '../gql/graphql';

/** The columns of the board, in the order in which a renewal goes through them. */
export const STAGES = ['open', 'offered', 'accepted', 'signed', 'declined'] as const;
export type Stage = (typeof STAGES)[number];

type Staged = Pick<RenewalCardFragment, 'renewalOffers' | 'renewedBy'>;

/** The offer that counts: the one that lives, else the last one. */
export function offerOf<Kind extends Staged>({ renewalOffers }: Kind) {
  const offers = renewalOffers ?? [];
  return offers.find(({ state }) => state === 'OFFERED' || state === 'ACCEPTED') ?? offers[0];
}

/** How far the renewal of a lease has come. */
export function stageOf(lease: Staged): Stage {
  if (lease.renewedBy) return 'signed';
  const state = offerOf(lease)?.state;
  if (state === 'OFFERED') return 'offered';
  if (state === 'ACCEPTED') return 'accepted';
  return state === 'DECLINED' ? 'declined' : 'open';
}
