import { Fault } from '@propertea/kernel';
import type { Caller } from '../identity/caller.js';
import type { TrustedDocuments } from '../trusted-documents/trusted-documents.js';
import type { AdmittedDocument } from './document-limits.js';

/** In production the portals' graph answers what portals were built to ask; anything to operators. */
export interface TrustGuard {
  /** The text of a document that is asked for by its hash. Throws `Fault`. */
  textOf(id: string): string;
  /** Throws `Fault('FORBIDDEN')`. */
  require(admitted: AdmittedDocument, caller: Pick<Caller, 'isOperator'>): void;
}

export function trustGuard(
  documents: Pick<TrustedDocuments, 'textOf' | 'of'>,
  open: boolean,
): TrustGuard {
  return {
    textOf(id) {
      const text = documents.textOf(id);
      if (text !== undefined) return text;
      throw open
        ? new Fault('BAD_USER_INPUT', 'No document has this hash: send its text in "query".')
        : new Fault('FORBIDDEN', REFUSAL);
    },
    require(admitted, { isOperator }) {
      if (open || isOperator || documents.of(admitted)) return;
      throw new Fault('FORBIDDEN', REFUSAL);
    },
  };
}

const REFUSAL =
  'Only documents of the portals are answered here, and this is none: send operations of your own to /public/graphql. ' +
  'For a portal, put the manifest of its release (schema/operations) where the gateway reads them.';
