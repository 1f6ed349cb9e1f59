import { generateChargeLines } from '../charge/generate-charge-lines.js';
import { applyRentChanges } from './apply-rent-changes.js';
import { endLeases } from './end-leases.js';
import { endReservations } from './end-reservations.js';
import { endTerms } from './end-terms.js';
import { expireRenewalOffers } from './expire-renewal-offers.js';
import { holdOver } from './hold-over.js';
import type { PropertyScope } from './property-scope.js';
import { startLeases } from './start-leases.js';

/**
 * What a new local day does in a property, in this order and in a few statements each however many units it has.
 * Run again for the same day, it changes nothing; days that were missed are run one by one.
 */
export async function runPropertyDay(scope: PropertyScope): Promise<void> {
  await endReservations(scope);
  await startLeases(scope);
  await endLeases(scope);
  await endTerms(scope);
  await holdOver(scope);
  await expireRenewalOffers(scope);
  await applyRentChanges(scope);
  await generateChargeLines(scope, { propertyId: scope.propertyId }, scope.day);
}
