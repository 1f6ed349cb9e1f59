import type { EventContract } from '@propertea/kernel';
import { auditRecorded } from './audit.js';
import { userChanged, userErased, userRegistered } from './identity.js';
import {
  companyChanged,
  companyCreated,
  companyRestored,
  companyRetired,
  grantChanged,
  memberAdded,
  memberRemoved,
  organizationCreated,
} from './organizations.js';
import {
  buildingChanged,
  buildingCreated,
  buildingRestored,
  buildingRetired,
  propertyChanged,
  propertyCreated,
  propertyRestored,
  propertyRetired,
  unitChanged,
  unitCreated,
  unitRestored,
  unitRetired,
} from './properties.js';

export * from './audit.js';
export * from './identity.js';
export * from './organizations.js';
export * from './properties.js';

/** What each room may publish; `audit` is what every room may publish. */
export const eventsByRoom: Readonly<Record<string, readonly EventContract[]>> = {
  audit: [auditRecorded],
  identity: [userRegistered, userChanged, userErased],
  organizations: [
    organizationCreated,
    memberAdded,
    memberRemoved,
    grantChanged,
    companyCreated,
    companyChanged,
    companyRetired,
    companyRestored,
  ],
  properties: [
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
  ],
};

/** Every event of the house. */
export const allEvents: readonly EventContract[] = Object.values(eventsByRoom).flat();

/** True where `room` may publish events of the wire type `type`, e.g. `company.created.v1`. */
export function mayPublish(room: string, type: string): boolean {
  const own = [...(eventsByRoom['audit'] ?? []), ...(eventsByRoom[room] ?? [])];
  return room !== 'audit' && own.some((event) => event.type === type);
}
