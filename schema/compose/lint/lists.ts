import { Kind, type TypeNode } from 'graphql';
import { namedType } from '../public-types.js';
import { directiveOf, type Element } from './elements.js';
import { finding, type Rule } from './rule.js';

/**
 * Whatever can grow is a connection. A plain list of objects states the bound that the domain
 * gives it, `@listSize(assumedSize: 5)`, which also feeds the cost of a query; `errors` of a
 * payload and the inside of a connection need none. Lists of scalars and enums are values.
 */
export const lists: Rule = ({ elements, leaves }) =>
  elements.flatMap((element) => {
    const { kind, type } = element;
    if (kind !== 'field' || !type) return [];
    const name = namedType(type);
    if (name.endsWith('Connection')) {
      const missing = ['first', 'after'].filter((arg) => !element.argumentNames.includes(arg));
      if (missing.length === 0) return [];
      return [finding('lists', element, `A connection takes ${missing.join(' and ')}.`)];
    }
    if (!isList(type) || leaves.has(name) || isBounded(element)) return [];
    const message = `A list of ${name} that can grow is a connection; one that cannot says how long it gets by @listSize(assumedSize:).`;
    return [finding('lists', element, message)];
  });

const isList = (type: TypeNode): boolean =>
  type.kind === Kind.LIST_TYPE || (type.kind === Kind.NON_NULL_TYPE && isList(type.type));

function isBounded(element: Element): boolean {
  if (element.typeName.endsWith('Connection')) return ['edges', 'nodes'].includes(element.name);
  if (element.typeName.endsWith('Payload') && element.name === 'errors') return true;
  return (
    directiveOf(element, 'listSize')?.arguments?.some(
      (argument) => argument.name.value === 'assumedSize',
    ) ?? false
  );
}
