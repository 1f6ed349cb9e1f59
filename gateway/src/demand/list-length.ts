import { Fault } from '@propertea/kernel';
import type { ListSize } from './field-costs.js';
import type { Selected, Selections } from './selections.js';

export interface ListLength {
  length: number;
  /** The argument that said it. */
  argument?: string;
}

/**
 * How long a list may be by what is asked for: the largest slicing argument that is given, else the
 * largest default, else the assumed size. Throws `Fault('BAD_USER_INPUT')` where exactly one must be given.
 */
export function listLengthOf(
  { field, node, key }: Selected,
  size: ListSize,
  selections: Selections,
): ListLength {
  const given: Required<ListLength>[] = [];
  const byDefault: Required<ListLength>[] = [];
  for (const argument of size.slicingArguments) {
    const [name = '', ...inner] = argument.split('.');
    const said = selections.valueOf(node.arguments?.find((arg) => arg.name.value === name)?.value);
    const length = lengthAt(said, inner);
    if (length !== undefined) {
      given.push({ argument, length });
      continue;
    }
    const own = lengthAt(field.args.find((arg) => arg.name === name)?.defaultValue, inner);
    if (own !== undefined) byDefault.push({ argument, length: own });
  }
  const needed = given.length > 0 ? given : byDefault;
  if (size.requireOneSlicingArgument && needed.length !== 1) {
    const names = size.slicingArguments.join(' or ');
    throw new Fault('BAD_USER_INPUT', `Say at "${key}" with exactly one of ${names} how many.`);
  }
  const [first, ...others] = needed;
  if (!first) return { length: size.assumedSize ?? 0 };
  return others.reduce((one, other) => (other.length > one.length ? other : one), first);
}

function lengthAt(value: unknown, path: readonly string[]): number | undefined {
  const [name, ...inner] = path;
  if (name !== undefined) {
    return typeof value === 'object' && value !== null
      ? lengthAt((value as Record<string, unknown>)[name], inner)
      : undefined;
  }
  // Anything else is refused when the variables are read.
  return Number.isInteger(value) ? Math.max(0, value as number) : undefined;
}
