import type { KeepablePart } from '@propertea/executor';
import type { Identity } from '@propertea/kernel';

const texts = new WeakMap<Identity, string>();

/**
 * By whom an answer may be read again, as text: everything that the assertion tells rooms, apart from its times.
 * Undefined for who stands in no organization: what changes for them is told by no event.
 */
export function readerOf({ scope }: KeepablePart, identity: Identity): string | undefined {
  const { persona, organizationId, scopes } = identity;
  // The same for everybody who may ask for it at all.
  if (scope === 'PUBLIC') return JSON.stringify([persona, scopes]);
  if (organizationId === null || (persona !== 'STAFF' && persona !== 'INTEGRATOR'))
    return undefined;
  let text = texts.get(identity);
  if (text === undefined) {
    const { subject, grants, grantsVersion, readOnly, viewAs } = identity;
    text = JSON.stringify([
      subject,
      persona,
      organizationId,
      grants,
      grantsVersion,
      scopes,
      readOnly ?? false,
      viewAs ? [viewAs.id, viewAs.memberId] : null,
    ]);
    texts.set(identity, text);
  }
  return text;
}
