import type { EventContract } from '@propertea/kernel';
import { auditRecorded } from './audit.js';
import { userChanged, userErased, userRegistered, userSnapshot } from './identity.js';
import {
  leaseActivated,
  leaseCancelled,
  leaseChargeCredited,
  leaseChargeDue,
  leaseChargesChanged,
  leaseDraftChanged,
  leaseEnded,
  leaseMovedOut,
  leaseNoticeGiven,
  leaseNoticeWithdrawn,
  leasePartyChanged,
  leaseRenewed,
  leaseSigned,
  unitAvailabilityChanged,
  unitBlocked,
  unitUnblocked,
} from './leasing.js';
import {
  apiClientChanged,
  apiClientCreated,
  apiClientRevoked,
  companyChanged,
  companyCreated,
  companyRestored,
  companyRetired,
  companySnapshot,
  grantChanged,
  memberAdded,
  memberRemoved,
  memberSnapshot,
  organizationCreated,
} from './organizations.js';
import {
  buildingChanged,
  buildingCreated,
  buildingRestored,
  buildingRetired,
  buildingSnapshot,
  propertyChanged,
  propertyCreated,
  propertyRestored,
  propertyRetired,
  propertySnapshot,
  unitChanged,
  unitCreated,
  unitRestored,
  unitRetired,
  unitSnapshot,
} from './properties.js';

export * from './audit.js';
export * from './identity.js';
export * from './leasing.js';
export * from './organizations.js';
export * from './properties.js';

const portfolioEvents: readonly EventContract[] = [
  propertyCreated,
  propertyChanged,
  propertyRetired,
  propertyRestored,
  buildingCreated,
  buildingChanged,
  buildingRetired,
  buildingRestored,
  unitCreated,
  unitChanged,
  unitRetired,
  unitRestored,
];

/** What each room may publish; `audit` is what every room may publish. */
export const eventsByRoom: Readonly<Record<string, readonly EventContract[]>> = {
  audit: [auditRecorded],
  identity: [userRegistered, userChanged, userErased, userSnapshot],
  organizations: [
    organizationCreated,
    memberAdded,
    memberRemoved,
    grantChanged,
    companyCreated,
    companyChanged,
    companyRetired,
    companyRestored,
    apiClientCreated,
    apiClientChanged,
    apiClientRevoked,
    companySnapshot,
    memberSnapshot,
  ],
  properties: [...portfolioEvents, propertySnapshot, buildingSnapshot, unitSnapshot],
  leasing: [
    leaseSigned,
    leaseActivated,
    leaseCancelled,
    leasePartyChanged,
    leaseDraftChanged,
    leaseChargesChanged,
    leaseNoticeGiven,
    leaseNoticeWithdrawn,
    leaseMovedOut,
    leaseRenewed,
    leaseEnded,
    leaseChargeDue,
    leaseChargeCredited,
    unitBlocked,
    unitUnblocked,
    unitAvailabilityChanged,
  ],
};

/** Every event of the house. */
export const allEvents: readonly EventContract[] = Object.values(eventsByRoom).flat();

/** What says that companies, properties, buildings or units are no longer as they were read. */
export const changeEvents: readonly EventContract[] = [
  companyCreated,
  companyChanged,
  companyRetired,
  companyRestored,
  ...portfolioEvents,
];

/** True where `room` may publish events of the wire type `type`, e.g. `company.created.v1`. */
export function mayPublish(room: string, type: string): boolean {
  const own = [...(eventsByRoom['audit'] ?? []), ...(eventsByRoom[room] ?? [])];
  return room !== 'audit' && own.some((event) => event.type === type);
}
