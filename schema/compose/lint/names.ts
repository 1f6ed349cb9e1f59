import { type TypeNode, Kind } from 'graphql';
import type { Element, ElementKind } from './elements.js';
import { finding, type Rule } from './rule.js';

const shapes: Record<ElementKind, { pattern: RegExp; wanted: string }> = {
  type: { pattern: /^[A-Z][A-Za-z0-9]*$/, wanted: 'PascalCase' },
  field: { pattern: /^[a-z][A-Za-z0-9]*$/, wanted: 'camelCase' },
  argument: { pattern: /^[a-z][A-Za-z0-9]*$/, wanted: 'camelCase' },
  'input field': { pattern: /^[a-z][A-Za-z0-9]*$/, wanted: 'camelCase' },
  'enum value': { pattern: /^[A-Z][A-Z0-9_]*$/, wanted: 'UPPER_CASE' },
};

/** Names: case by kind, nouns instead of `get…`, booleans that read as a question. */
export const names: Rule = ({ elements }) =>
  elements.flatMap((element) =>
    problemsOf(element).map((message) => finding('names', element, message)),
  );

function problemsOf(element: Element): string[] {
  const problems: string[] = [];
  const { pattern, wanted } = shapes[element.kind];
  if (!pattern.test(element.name)) problems.push(`Write the ${element.kind} in ${wanted}.`);
  if (element.kind !== 'field') return problems;
  if (/^get[A-Z]/.test(element.name)) {
    problems.push('A field is a noun, never get…: name what it returns.');
  }
  if (element.type && isBoolean(element.type) && !/^(is|has|can)[A-Z]/.test(element.name)) {
    problems.push('A boolean is named is…, has… or can….');
  }
  return problems;
}

const isBoolean = (type: TypeNode): boolean =>
  type.kind === Kind.NON_NULL_TYPE
    ? isBoolean(type.type)
    : type.kind === Kind.NAMED_TYPE && type.name.value === 'Boolean';
