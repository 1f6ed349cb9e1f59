import { idOf } from '@propertea/kernel';
import { z } from 'zod';
import { day } from '../days.js';
import { amountMinor } from '../money.js';
import { ChargeCycle, ChargeKind, PartyRole, ProrationMethod } from '../terms.js';
import { line } from '../text.js';

export const MAX_PARTIES = 20;
export const MAX_TEMPLATES = 20;

/** What a person says of a party, field by field. */
export const partyShape = {
  role: z.enum(PartyRole),
  name: line(200),
  email: z
    .email('Use an e-mail address.')
    .max(254)
    .transform((text) => text.toLowerCase())
    .nullish(),
  phone: line(50)
    .refine((text) => text.length >= 3, 'A telephone number has at least 3 characters.')
    .nullish(),
  userId: idOf('User').nullish(),
};

/** What a person says of a charge of a lease, field by field; days inclusive. */
export const templateShape = {
  kind: z.enum(ChargeKind),
  label: line(200),
  amountMinor,
  currency: z.string().max(3).nullish(),
  cycle: z.enum(ChargeCycle),
  dueDay: z.int().min(1).max(31).nullish(),
  leadDays: z.int().min(0).max(90).nullish(),
  proration: z.enum(ProrationMethod).nullish(),
  startsOn: day.nullish(),
  endsOn: day.nullish(),
};

/** What a person says of a new lease. */
export const draftShape = {
  unitId: idOf('Unit'),
  startsOn: day,
  endsOn: day.nullish(),
  proration: z.enum(ProrationMethod).nullish(),
  dueDay: z.int().min(1).max(31).nullish(),
  parties: z.array(z.object(partyShape)).max(MAX_PARTIES).nullish(),
  chargeTemplates: z.array(z.object(templateShape)).max(MAX_TEMPLATES).nullish(),
};

const draft = z.object(draftShape);
export type LeaseDraft = z.output<typeof draft>;
export type TemplateInput = NonNullable<LeaseDraft['chargeTemplates']>[number];
