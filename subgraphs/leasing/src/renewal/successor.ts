import { ChargeTemplate } from '../charge/charge-template.entity.js';
import type { RentChange } from '../charge/rent-change.entity.js';
import { amountAt } from '../charge/rent-at.js';
import { Lease } from '../lease/lease.entity.js';
import { LeaseParty } from '../party/lease-party.entity.js';
import type { RentableUnit } from '../rentable-unit/rentable-unit.entity.js';
import { ChargeCycle, ChargeKind, PartyState } from '../terms.js';
import type { RenewalOffer } from './renewal-offer.entity.js';

/** The lease that an offer leads to: of the same tenancy, unit and parties, numbered and not stored yet. */
export function successorOf(
  lease: Lease,
  offer: RenewalOffer,
  unit: RentableUnit,
  number: string,
): Lease {
  const { currency, tenancyId } = lease;
  const { startsOn, endsOn } = offer;
  const next = Lease.create(unit, { number, currency, tenancyId, startsOn, endsOn });
  next.renewedFromId = lease.id;
  // Nobody moves: who is there stays there.
  next.movedInOn = lease.movedInOn;
  return next;
}

/** Whoever has not left goes on in the new lease. */
export function partiesOfSuccessor(next: Lease, parties: readonly LeaseParty[]): LeaseParty[] {
  return parties
    .filter(({ state }) => state !== PartyState.MOVED_OUT)
    .map(({ role, name, email, phone, userId, state, movedInOn }) =>
      Object.assign(LeaseParty.create(next, { role, name, email, phone, userId }), {
        state,
        movedInOn,
      }),
    );
}

/**
 * What the new lease costs: the rent as offered, and what else the old one costs on the first day of the new term.
 * What is paid once, deposits among it, was paid and carries over (R27).
 */
export function chargesOfSuccessor(
  next: Lease,
  templates: readonly ChargeTemplate[],
  changes: readonly RentChange[],
  rentMinor: number,
): ChargeTemplate[] {
  const { startsOn } = next;
  const goesOn = templates.filter(
    ({ cycle, endsBefore }) =>
      cycle !== ChargeCycle.ONCE && (endsBefore === null || endsBefore > startsOn),
  );
  const rent = goesOn.find(({ kind }) => kind === ChargeKind.RENT);
  const others = goesOn.filter(({ kind }) => kind !== ChargeKind.RENT);
  const ofTerm = { startsOn, endsBefore: null };
  const facts = ({ kind, label, cycle, dueDay, leadDays, proration }: ChargeTemplate) => ({
    kind,
    label,
    cycle,
    dueDay,
    leadDays,
    proration,
    ...ofTerm,
  });
  return [
    ...(rent ? [{ ...facts(rent), cycle: ChargeCycle.MONTHLY, amountMinor: rentMinor }] : []),
    ...others.map((template) => {
      const own = changes.filter(({ templateId }) => templateId === template.id);
      const { amountMinor } = template;
      return { ...facts(template), amountMinor: amountAt({ amountMinor, changes: own }, startsOn) };
    }),
  ].map((one) => ChargeTemplate.create(next, one));
}
