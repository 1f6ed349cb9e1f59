import { type Envelope, newId } from '@propertea/kernel';
import { ORGANIZATIONS } from './house.rooms.js';

export const PLACE = {
  companyId: '018f0000-0000-7000-8000-000000000c01',
  propertyId: '018f0000-0000-7000-8000-000000000f01',
  unitId: '018f0000-0000-7000-8000-000000000101',
};

/** An event of a unit as the room `properties` publishes it; `data` and `envelope` change parts of it. */
export function unitEnvelope(data: Record<string, unknown> = {}, envelope: Partial<Envelope> = {}) {
  const type = envelope.type ?? 'unit.changed.v1';
  return {
    specversion: '1.0',
    id: newId(),
    type,
    source: '/rooms/properties',
    dataschema: `urn:propertea:events:${type}`,
    subject: PLACE.unitId,
    sequence: 1,
    time: '2026-11-27T10:00:00.000Z',
    correlationid: newId(),
    causationid: null,
    organizationid: ORGANIZATIONS.oak,
    traceparent: null,
    data: {
      ...PLACE,
      organizationId: ORGANIZATIONS.oak,
      buildingId: null,
      code: 'A1',
      category: 'HOUSE',
      bedrooms: 1,
      bathrooms: 1,
      areaSquareMetres: 50,
      floor: 0,
      isRetired: false,
      ...data,
    },
    ...envelope,
  };
}

/** The same of a lease, by the room `leasing`. */
export function leaseEnvelope(
  data: Record<string, unknown> = {},
  envelope: Partial<Envelope> = {},
) {
  const leaseId = newId();
  return {
    ...unitEnvelope({}, { type: 'lease.signed.v1', ...envelope }),
    source: '/rooms/leasing',
    subject: leaseId,
    data: {
      ...PLACE,
      leaseId,
      organizationId: ORGANIZATIONS.oak,
      tenancyId: newId(),
      number: 'L-1',
      state: 'FUTURE',
      startsOn: '2027-01-01',
      endsOn: null,
      currency: 'USD',
      rentMinor: 100_000,
      depositMinor: null,
      parties: [],
      noticeEndsOn: null,
      movedInOn: null,
      movedOutOn: null,
      endedOn: null,
      renewedFromId: null,
      ...data,
    },
  };
}
