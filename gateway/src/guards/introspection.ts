import { Fault } from '@propertea/kernel';
import type { Caller } from '../identity/caller.js';
import type { AdmittedDocument } from './document-limits.js';

/** In development everybody may read the schema, otherwise operators only. Throws `Fault('FORBIDDEN')`. */
export function requireIntrospection(
  open: boolean,
  { introspects }: AdmittedDocument,
  { isOperator }: Pick<Caller, 'isOperator'>,
): void {
  if (!introspects || open || isOperator) return;
  throw new Fault('FORBIDDEN', 'The schema may be read by operators only.');
}
