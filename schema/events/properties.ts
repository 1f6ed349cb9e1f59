import { defineEvent, timeZone } from '@propertea/kernel';
import { z } from 'zod';
import { id } from './shapes.js';

const property = z.object({
  propertyId: id,
  organizationId: id,
  companyId: id,
  code: z.string().min(1).max(10),
  name: z.string().min(1).max(200),
  jurisdiction: z.string().min(2).max(6).optional(),
  timeZone: timeZone.optional(),
  isRetired: z.boolean(),
});

const building = z.object({
  buildingId: id,
  propertyId: id,
  organizationId: id,
  code: z.string().min(1).max(5),
  isRetired: z.boolean(),
});

const unit = z.object({
  unitId: id,
  propertyId: id,
  buildingId: id.nullable(),
  organizationId: id,
  companyId: id.optional(),
  entranceCode: z.string().min(1).max(5).nullish(),
  code: z.string().min(1).max(10),
  category: z.enum(['APARTMENT', 'HOUSE', 'COMMERCIAL', 'PARKING', 'OTHER']),
  bedrooms: z.int().min(0).nullable(),
  bathrooms: z.number().min(0).nullable(),
  areaSquareMetres: z.number().positive().nullable(),
  floor: z.int().nullable(),
  isRetired: z.boolean(),
});

export const propertyCreated = defineEvent({
  type: 'property.created',
  version: 1,
  data: property,
});

export const propertyChanged = defineEvent({
  type: 'property.changed',
  version: 1,
  data: property,
});

export const propertyRetired = defineEvent({
  type: 'property.retired',
  version: 1,
  data: property,
});

export const propertyRestored = defineEvent({
  type: 'property.restored',
  version: 1,
  data: property,
});

export const buildingCreated = defineEvent({
  type: 'building.created',
  version: 1,
  data: building,
});

export const buildingChanged = defineEvent({
  type: 'building.changed',
  version: 1,
  data: building,
});

export const buildingRetired = defineEvent({
  type: 'building.retired',
  version: 1,
  data: building,
});

export const buildingRestored = defineEvent({
  type: 'building.restored',
  version: 1,
  data: building,
});

export const unitCreated = defineEvent({ type: 'unit.created', version: 1, data: unit });

export const unitChanged = defineEvent({ type: 'unit.changed', version: 1, data: unit });

export const unitRetired = defineEvent({ type: 'unit.retired', version: 1, data: unit });

export const unitRestored = defineEvent({ type: 'unit.restored', version: 1, data: unit });

/** Snapshots carry the state of what is there, on request, for rooms that keep copies of it. */
export const propertySnapshot = defineEvent({
  type: 'property.snapshot',
  version: 1,
  data: property,
});

export const buildingSnapshot = defineEvent({
  type: 'building.snapshot',
  version: 1,
  data: building,
});

export const unitSnapshot = defineEvent({ type: 'unit.snapshot', version: 1, data: unit });
