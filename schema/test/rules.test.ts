import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  buildSchema,
  getNamedType,
  getNullableType,
  type GraphQLInputType,
  isEnumType,
  isInputObjectType,
  isListType,
  isNonNullType,
} from 'graphql';
import type { FormRules } from '../compose/index.js';

const read = (file: string): string => readFileSync(join(import.meta.dirname, '..', file), 'utf8');
const rules = JSON.parse(read('rules.json')) as Record<string, FormRules>;
const schema = buildSchema(read('api.graphql'), { assumeValid: true });

const inputs = Object.values(schema.getMutationType()?.getFields() ?? {}).flatMap((mutation) => {
  const input = mutation.args.find(({ name }) => name === 'input');
  return input ? [{ mutation: mutation.name, input: input.type }] : [];
});

interface InputField {
  path: string;
  mustBeGiven: boolean;
  choices?: string[];
}

/** The fields of an input type by path, as the rules name them. */
function fieldsOf(type: GraphQLInputType, prefix = ''): InputField[] {
  const named = getNamedType(type);
  if (!isInputObjectType(named)) return [];
  return Object.values(named.getFields()).flatMap((field) => {
    const isList = isListType(getNullableType(field.type));
    const path = `${prefix}${field.name}`;
    const mustBeGiven = isNonNullType(field.type) && field.defaultValue === undefined;
    const inner = getNamedType(field.type);
    const choices = isEnumType(inner) && !isList ? inner.getValues().map(({ name }) => name) : null;
    const own = { path, mustBeGiven, ...(choices && { choices: choices.toSorted() }) };
    return [own, ...fieldsOf(inner, `${path}${isList ? '[]' : ''}.`)];
  });
}

test('every mutation with an input has its rules, and there are none beyond', () => {
  expect(inputs.length).toBeGreaterThan(20);
  expect(Object.keys(rules)).toEqual(inputs.map(({ mutation }) => mutation).toSorted());
});

test.each(inputs)('the fields of $mutation and their rules are the same', ({ mutation, input }) => {
  const ofMutation = rules[mutation] ?? {};
  const paths = Object.keys(ofMutation).filter((path) => !path.endsWith('[]'));
  const fields = fieldsOf(input);
  expect(paths.toSorted()).toEqual(fields.map(({ path }) => path).toSorted());
  for (const { path, mustBeGiven, choices } of fields) {
    const rule = ofMutation[path];
    expect({ path, required: rule?.required ?? false }).toEqual({ path, required: mustBeGiven });
    if (choices) expect(rule?.enum?.toSorted()).toEqual(choices);
  }
});

test('every pattern is one that a browser takes', () => {
  const patterns = Object.values(rules).flatMap((fields) =>
    Object.values(fields).flatMap(({ pattern }) => (pattern === undefined ? [] : [pattern])),
  );
  expect(patterns.length).toBeGreaterThan(5);
  for (const pattern of patterns) expect(new RegExp(pattern, 'u').source).toBe(pattern);
});
