import { forbidden } from '@propertea/chassis/graph';
import type { Identity } from '@propertea/kernel';

/** The operator who acts; FORBIDDEN for everybody else. */
export function operatorOf({ persona, subject }: Identity): string {
  if (persona === 'OPERATOR' && subject !== null) return subject;
  throw forbidden();
}
