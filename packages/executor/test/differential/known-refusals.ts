import type { Told } from './scene.js';

/** An operation that we refuse, with an error and no data, though the specification knows its answer. */
interface Refusal {
  readonly why: string;
  readonly message: RegExp;
}

export const REFUSALS: readonly Refusal[] = [
  {
    why: 'a write of which two fields require one field with different arguments: two plans would write twice',
    message: /^Two fields of this operation need one field with different arguments/,
  },
  {
    why: 'a field whose requirements want one field with different arguments',
    message: /cannot be answered: what it requires needs one field with different arguments/,
  },
  {
    why: 'requirements that lead back and forth so that the planner finds a cycle and gives up',
    message: /^Group .* would create a cycle$/s,
  },
];

/** Why we refuse the operation, if that is known. */
export function refusalOf({ data, errors = [] }: Told): Refusal | undefined {
  if (data !== undefined && data !== null) return undefined;
  return REFUSALS.find(
    ({ message }) => errors.length === 1 && message.test(errors[0]?.message ?? ''),
  );
}
