import type { EntityManager } from '@mikro-orm/postgresql';
import { DomainError, type ErrorPath } from '@propertea/kernel';
import { ChargeTemplate, type ChargeTemplateFacts } from '../charge/charge-template.entity.js';
import { rentOfMonth } from '../charge/rent-of-month.js';
import { RentChange } from '../charge/rent-change.entity.js';
import { endsBeforeOf } from '../days.js';
import { LeaseParty } from '../party/lease-party.entity.js';
import { ChargeKind, PartyRole, ProrationMethod } from '../terms.js';
import type { Lease } from './lease.entity.js';
import type { TemplateInput } from './lease-input.js';

/** What a lease says for charges that say nothing of it themselves. */
export interface TemplateDefaults {
  dueDay: number;
  proration: ProrationMethod;
}

export const DEFAULTS: TemplateDefaults = { dueDay: 1, proration: ProrationMethod.ACTUAL };

/**
 * A charge as it is kept: it runs as long as the lease unless it says otherwise. Throws CURRENCY_MISMATCH
 * for another currency than the lease's, TERM_INVALID for days outside of it.
 */
export function templateFacts(
  lease: Pick<Lease, 'currency' | 'startsOn' | 'endsBefore'>,
  input: Omit<TemplateInput, 'startsOn' | 'endsOn'> &
    Partial<Record<'startsOn' | 'endsOn', string | null | undefined>>,
  defaults: TemplateDefaults,
  path: ErrorPath,
): ChargeTemplateFacts {
  const { kind, label, amountMinor, cycle, currency } = input;
  if (currency && currency !== lease.currency) {
    throw new DomainError('CURRENCY_MISMATCH', `Amounts of this lease are in ${lease.currency}.`, {
      path: [...path, 'currency'],
    });
  }
  const startsOn = input.startsOn ?? lease.startsOn;
  const endsBefore = endsBeforeOf(input.endsOn);
  const isOutside = startsOn < lease.startsOn || (lease.endsBefore ?? '9999') <= startsOn;
  if (isOutside || (endsBefore !== null && endsBefore <= startsOn)) {
    throw new DomainError(
      'TERM_INVALID',
      'The charge lies outside of the lease, or ends before it begins.',
      {
        path: [...path, input.endsOn ? 'endsOn' : 'startsOn'],
      },
    );
  }
  const { leadDays, dueDay, proration } = input;
  return {
    kind,
    label,
    amountMinor,
    cycle,
    startsOn,
    endsBefore,
    dueDay: dueDay ?? defaults.dueDay,
    leadDays: leadDays ?? 0,
    proration: proration ?? defaults.proration,
  };
}

/** What a lease has when it is signed: PARTY_REQUIRED where nobody rents, RENT_REQUIRED where nothing is due for it. */
export function demandComplete(
  parties: readonly Pick<LeaseParty, 'role'>[],
  templates: readonly Pick<ChargeTemplate, 'kind'>[],
  path: ErrorPath,
): void {
  if (!parties.some(({ role }) => role === PartyRole.TENANT)) {
    throw new DomainError('PARTY_REQUIRED', 'The lease has no tenant.', { path });
  }
  if (!templates.some(({ kind }) => kind === ChargeKind.RENT)) {
    throw new DomainError('RENT_REQUIRED', 'The lease has no rent.', { path });
  }
}

export function partiesOf(em: EntityManager, { id, organizationId }: Lease): Promise<LeaseParty[]> {
  return em.find(LeaseParty, { organizationId, leaseId: id }, { orderBy: { id: 'ASC' } });
}

export function templatesOf(
  em: EntityManager,
  { id, organizationId }: Lease,
): Promise<ChargeTemplate[]> {
  const where = { organizationId, leaseId: id, removedAt: null };
  return em.find(ChargeTemplate, where, { orderBy: { id: 'ASC' } });
}

/** The changes of the lease's amounts that still hold. */
export function rentChangesOf(em: EntityManager, { id, organizationId }: Lease) {
  return em.find(RentChange, { organizationId, leaseId: id, cancelledAt: null });
}

/** Keeps with the lease what its charges add up to: rent of a month on a day and deposit. */
export function sumUp(
  lease: Lease,
  templates: readonly ChargeTemplate[],
  changes: readonly RentChange[],
  today: string,
): void {
  const day = lease.startsOn > today ? lease.startsOn : today;
  const terms = templates.map((template) => ({
    ...template.entry(),
    endsBefore: template.endsBefore,
    changes: changes.filter(({ templateId }) => templateId === template.id),
  }));
  lease.rentMinor = rentOfMonth(terms, day);
  const deposits = templates.filter(({ kind }) => kind === ChargeKind.DEPOSIT);
  const deposit = deposits.reduce((sum, { amountMinor }) => sum + amountMinor, 0);
  if (!Number.isSafeInteger(deposit)) {
    throw new DomainError('INVALID_INPUT', 'The deposits add up to more than can be kept.', {
      path: ['input'],
    });
  }
  lease.depositMinor = deposits.length > 0 ? deposit : null;
}
