import { z } from 'zod';
import { day } from '../days.js';
import {
  draftShape,
  MAX_PARTIES,
  MAX_TEMPLATES,
  partyShape,
  templateShape,
} from './lease-input.js';

export const MAX_LEASES = 100;

/** What a person says of a lease that was signed before this room knew of it. */
export const importedLease = z.object({
  ...draftShape,
  signedOn: day,
  movedInOn: day.nullish(),
  endedOn: day.nullish(),
  billedBefore: day.nullish(),
  parties: z.array(z.object(partyShape)).max(MAX_PARTIES),
  chargeTemplates: z.array(z.object(templateShape)).max(MAX_TEMPLATES),
});

export type ImportedLease = z.output<typeof importedLease>;
