import { DomainError } from '@propertea/kernel';
import { day } from '../days.js';
import type { Lease } from '../lease/lease.entity.js';
import { amountMinor } from '../money.js';
import { line } from '../text.js';

/** What a person says of an offer, field by field. */
export const offerShape = {
  startsOn: day.nullish(),
  endsOn: day.nullish(),
  rentMinor: amountMinor,
  expiresOn: day,
  note: line(1000).nullish(),
};

/** R27: the first day of a new term: the one behind the agreed term; where none is, the day that was given. */
export function firstDay(lease: Lease, given: string | null | undefined): string {
  const next = lease.atWillSince === null ? lease.endsBefore : null;
  if (next === null) {
    if (given) return given;
    const message = 'The lease has no end: say when the new term begins.';
    throw new DomainError('TERM_INVALID', message, { path: ['input', 'startsOn'] });
  }
  if (!given || given === next) return next;
  throw new DomainError('TERM_INVALID', `The new term begins on ${next}, behind the old one.`, {
    path: ['input', 'startsOn'],
  });
}
