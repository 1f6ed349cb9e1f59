import { type FormRule, type FormRules, formRules } from '@propertea/kernel';
import { z } from 'zod';
import { commandInputs } from '../store/index.js';

/** The rules of the input of a command of this process; undefined where none has this name. */
export function commandRules(name: string): FormRules | undefined {
  const input = commandInputs.get(name);
  return input && rulesOf(input, name);
}

/**
 * What a form can check of an input, field by field. Lengths, ranges, patterns and choices are read
 * off the schema; what `refine` and `transform` do is known where the schema says it to `formRules`.
 * What concerns several fields together is left to the server.
 * @throws Error naming the field for a schema that no form could mirror, such as a union.
 */
export function rulesOf(input: z.ZodType, name = 'input'): FormRules {
  const rules: FormRules = {};
  addFields(input, '', rules, name);
  return rules;
}

function addFields(schema: z.core.$ZodType, prefix: string, rules: FormRules, name: string): void {
  for (const [key, field] of fieldsOf(schema)) add(field, `${prefix}${key}`, rules, name);
}

function add(schema: z.core.$ZodType, path: string, rules: FormRules, name: string): void {
  const rule = ruleOf(schema, `${name}: ${path}`);
  const { type, ...rest } = rule;
  const required = isRequired(schema) ? ({ required: true } as const) : {};
  rules[path] = { ...(type && { type }), ...required, ...rest };
  if (type === 'object') addFields(schema, `${path}.`, rules, name);
  const items = type === 'array' ? itemOf(schema) : undefined;
  if (items) add(items, `${path}[]`, rules, name);
}

const isRequired = (schema: z.core.$ZodType): boolean => !z.safeParse(schema, undefined).success;

/** The rule of one value; what a schema is piped into says more than what it is piped from. */
function ruleOf(schema: z.core.$ZodType, where: string): FormRule {
  const said = formRules.get(schema as z.ZodType) ?? {};
  return { ...plainRuleOf(schema, where), ...said };
}

function plainRuleOf(schema: z.core.$ZodType, where: string): FormRule {
  const { def } = (schema as z.core.$ZodTypes)._zod;
  switch (def.type) {
    case 'nullable':
      return { ...ruleOf(def.innerType, where), nullable: true };
    case 'optional':
    case 'default':
    case 'prefault':
    case 'nonoptional':
    case 'readonly':
      return ruleOf(def.innerType, where);
    case 'pipe':
      return { ...ruleOf(def.in, where), ...ruleOf(def.out, where) };
    case 'transform':
      return {};
    case 'object':
      return { type: 'object' };
    case 'date':
      return { type: 'string', format: 'date-time' };
    case 'string':
    case 'number':
    case 'boolean':
    case 'enum':
    case 'array':
      return leafRule(schema, where);
    default:
      throw new Error(`${where} is a ${def.type}, of which a form knows no rules.`);
  }
}

const KEYS = [
  'minLength',
  'maxLength',
  'pattern',
  'minimum',
  'maximum',
  'multipleOf',
  'minItems',
  'maxItems',
  'enum',
  'format',
] as const;

/** Bounds that every integer of zod has. */
const SAFE = new Set<unknown>([Number.MAX_SAFE_INTEGER, Number.MIN_SAFE_INTEGER]);

function leafRule(schema: z.core.$ZodType, where: string): FormRule {
  const json = z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' });
  if (json.allOf) throw new Error(`${where} has several patterns: make them one.`);
  const told = KEYS.flatMap((key) =>
    json[key] === undefined || SAFE.has(json[key]) ? [] : [[key, json[key]]],
  );
  return { type: json.type as FormRule['type'] & string, ...Object.fromEntries(told) };
}

/** The fields of an object, also of one behind wrappers, pipes and `and`. */
function fieldsOf(schema: z.core.$ZodType): [string, z.core.$ZodType][] {
  const { def } = (schema as z.core.$ZodTypes)._zod;
  switch (def.type) {
    case 'object':
      return Object.entries(def.shape);
    case 'intersection':
      return [...fieldsOf(def.left), ...fieldsOf(def.right)];
    case 'pipe':
      return fieldsOf(def.in);
    default:
      return 'innerType' in def ? fieldsOf(def.innerType) : [];
  }
}

function itemOf(schema: z.core.$ZodType): z.core.$ZodType | undefined {
  const { def } = (schema as z.core.$ZodTypes)._zod;
  if (def.type === 'array') return def.element;
  return 'innerType' in def ? itemOf(def.innerType) : undefined;
}
