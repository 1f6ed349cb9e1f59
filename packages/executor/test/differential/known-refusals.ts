import type { Trial } from './scene.js';

/** What we do not answer, and say so, though the specification knows the answer. */
interface Refusal {
  readonly why: string;
  readonly message: RegExp;
}

/** Operations that are refused as a whole. */
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
    why: 'more ways than are looked at while an operation is planned',
    message: /^Too many options generated/,
  },
  {
    why: 'requirements that lead back and forth so that the planner finds a cycle and gives up',
    message: /^Group .* would create a cycle$/s,
  },
];

/** Fields that are null with an error of ours. */
export const OMISSIONS: readonly Refusal[] = [
  {
    why: 'a field of an interface object that is planned together with one that requires more of another type',
    message: /^No subgraph answered /,
  },
];

/** Why we refuse the operation or a part of it, if that is known. */
export function refusalOf({ ours, model }: Pick<Trial, 'ours' | 'model'>): Refusal | undefined {
  const { data, errors = [] } = ours;
  const [first] = errors;
  if (data === undefined || data === null) {
    const whole = REFUSALS.find(({ message }) => message.test(first?.message ?? ''));
    if (whole && errors.length === 1) return whole;
  }
  if (!model.interfaces.some(({ object }) => object)) return undefined;
  return OMISSIONS.find(
    ({ message }) => errors.length > 0 && errors.every((error) => message.test(error.message)),
  );
}
