import { randomId } from '@mantine/hooks';
import type { CreateLeaseMutationVariables, PartyRole, ProrationMethod } from '../gql/graphql';
import { chargeInput, newCharge } from '../lease-commands/charge-fields';
import type { ChargeValues } from '../lease-commands/charge-fields';
import { textOrNull } from '../lease-commands/props';

export const STEPS = ['unit', 'parties', 'terms', 'charges', 'review'] as const;
export type Step = (typeof STEPS)[number];

export interface PartyValues extends Record<string, unknown> {
  /** Tells the people of a form apart while they come and go. */
  key: string;
  name: string;
  role: PartyRole;
  email: string;
  phone: string;
}

/** What the wizard holds; empty texts are what was not said. */
export interface DraftValues extends Record<string, unknown> {
  unitId: string;
  startsOn: string;
  endsOn: string;
  dueDay: string | number;
  proration: ProrationMethod;
  parties: PartyValues[];
  chargeTemplates: ChargeValues[];
}

export const newParty = (): PartyValues => ({
  key: randomId(),
  name: '',
  role: 'TENANT',
  email: '',
  phone: '',
});

/** A draft before anything is known: it begins with a tenant and a rent. */
export function newDraft(startsOn: string, endsOn: string, rentLabel: string): DraftValues {
  return {
    unitId: '',
    startsOn,
    endsOn,
    dueDay: 1,
    proration: 'ACTUAL',
    parties: [newParty()],
    chargeTemplates: [{ ...newCharge(), label: rentLabel }],
  };
}

type DraftInput = CreateLeaseMutationVariables['input'];

/** What depends on days and charges alone, as `leasePreview` takes it. */
export function previewInput(values: DraftValues) {
  return {
    unitId: values.unitId,
    startsOn: values.startsOn,
    endsOn: values.endsOn || null,
    dueDay: values.dueDay === '' ? undefined : Number(values.dueDay),
    proration: values.proration,
    chargeTemplates: values.chargeTemplates.map(chargeInput),
  };
}

export function draftInput(values: DraftValues): DraftInput {
  return {
    ...previewInput(values),
    parties: values.parties.map(({ name, role, email, phone }) => ({
      name,
      role,
      email: textOrNull(email),
      phone: textOrNull(phone),
    })),
  };
}

/** The step on which a field of the draft is asked for. */
export function stepOf(path: string): Step {
  if (path === 'unitId') return 'unit';
  if (path.startsWith('parties')) return 'parties';
  return path.startsWith('chargeTemplates') ? 'charges' : 'terms';
}
