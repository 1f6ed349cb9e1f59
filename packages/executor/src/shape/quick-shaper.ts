import { isObject, setOwn } from '../run/json.js';
import type { JsonObject } from '../run/json.js';
import { Names, UNFIT, unfit } from './code.js';
import type { Memory, Shaping } from './code.js';
import { coerced } from './leaf.js';
import type { Leaf } from './leaf.js';
import { isAsked } from './shape.js';
import type { ObjectShape, ValueShape } from './shape.js';

type Variables = Readonly<Record<string, unknown>>;

/** Makes the answer of what the subgraphs said, or returns undefined where that has anything wrong. */
export type QuickShaper = (data: JsonObject, variables: Variables) => JsonObject | undefined;

type ShapeObject = Shaping<unknown>;

const NOTHING: Memory = new Map();

/**
 * Compiles a shape to code: for each object a function that reads its fields by name and makes the object
 * of the answer in one literal. It knows no paths and no errors: where a value is not what the schema
 * says, or nobody has said any, it gives up, and the careful shaper finds out what is wrong.
 */
export function quickShaper(shape: ObjectShape): QuickShaper {
  let shapeRoot: ShapeObject | undefined;
  return (data, variables) => {
    shapeRoot ??= compileObject(shape, true);
    try {
      return shapeRoot(data, variables, NOTHING) as JsonObject;
    } catch (error) {
      if (error === UNFIT) return undefined;
      throw error;
    }
  };
}

function compileObject(shape: ObjectShape, nonNull: boolean): ShapeObject {
  const names = new Names();
  const helpers = names.add(HELPERS);
  const parts = shape.fields.map((field) => ({
    key: field.key,
    when: field.when && names.add((variables: Variables) => isAsked(field, variables)),
    value: valueCode(field.value, `o[${JSON.stringify(field.source)}]`, names),
  }));
  const conditional = parts.findIndex(({ when }) => when !== undefined);
  const fixed = conditional < 0 ? parts : parts.slice(0, conditional);
  const rest = conditional < 0 ? [] : parts.slice(conditional);
  const code = [
    `if (o === null) ${nonNull ? `${helpers}.unfit()` : 'return null'};`,
    `if (typeof o !== 'object' || Array.isArray(o)) ${helpers}.unfit();`,
    `const r = {${fixed.map(({ key, value }) => `${keyText(key)}: ${value}`).join(', ')}};`,
    ...rest.map(({ key, when, value }) => {
      const condition = when ? `if (${when}(v)) ` : '';
      return `${condition}${helpers}.set(r, ${JSON.stringify(key)}, ${value});`;
    }),
    'return r;',
  ].join('\n');
  return names.define(code);
}

/** Written out, the key `__proto__` would set the prototype; computed it is a key like others. */
function keyText(key: string): string {
  return key === '__proto__' ? `['${key}']` : JSON.stringify(key);
}

/** Code for the value of the expression `from`. */
function valueCode(value: ValueShape, from: string, names: Names): string {
  switch (value.kind) {
    case 'typename':
      return JSON.stringify(value.typeName);
    case 'refused':
      return value.nonNull ? `${names.add(unfit)}()` : 'null';
    case 'leaf':
      return `${names.add(leafReader(value.leaf, value.nonNull))}(${from})`;
    case 'object':
      return `${names.add(compileObject(value.shape, value.nonNull))}(${from}, v, m)`;
    case 'abstract':
      return `${names.add(abstractReader(value))}(${from}, v, m)`;
    case 'list':
      return `${names.add(listReader(value))}(${from}, v, m)`;
  }
}

/** The loop over a list is code of its own too, so that each is fast for what stands in it. */
function listReader(value: Extract<ValueShape, { kind: 'list' }>): ShapeObject {
  const names = new Names();
  const helpers = names.add(HELPERS);
  return names.define(
    [
      `if (o === null) ${value.nonNull ? `${helpers}.unfit()` : 'return null'};`,
      `if (!Array.isArray(o)) ${helpers}.unfit();`,
      'const n = o.length, r = new Array(n);',
      `for (let i = 0; i < n; i++) r[i] = ${valueCode(value.of, 'o[i]', names)};`,
      'return r;',
    ].join('\n'),
  );
}

function abstractReader(value: Extract<ValueShape, { kind: 'abstract' }>): ShapeObject {
  const compiled = new Map<string | undefined, ShapeObject>();
  return (object, variables, memory) => {
    if (object === null) return value.nonNull ? unfit() : null;
    const typeName = isObject(object) ? object['__typename'] : null;
    if (typeName !== undefined && typeof typeName !== 'string') return unfit();
    let shapeObject = compiled.get(typeName);
    if (!shapeObject) {
      const shape = value.shapeOf(typeName);
      if (!shape) return unfit();
      shapeObject = compileObject(shape, true);
      compiled.set(typeName, shapeObject);
    }
    return shapeObject(object, variables, memory);
  };
}

const HELPERS = {
  unfit,
  set: setOwn,
};

const readers = new Map<Leaf, { some: ShapeLeaf; orNull: ShapeLeaf }>();
type ShapeLeaf = (value: unknown) => unknown;

function leafReader(leaf: Leaf, nonNull: boolean): ShapeLeaf {
  if (typeof leaf === 'object') return makeReaders(leaf)[nonNull ? 'some' : 'orNull'];
  let made = readers.get(leaf);
  if (!made) {
    made = makeReaders(leaf);
    readers.set(leaf, made);
  }
  return made[nonNull ? 'some' : 'orNull'];
}

function makeReaders(leaf: Leaf): { some: ShapeLeaf; orNull: ShapeLeaf } {
  if (leaf === 'String' || leaf === 'ID') return STRINGS;
  const some: ShapeLeaf = (value) => {
    if (value === null || value === undefined) return unfit();
    const read = coerced(leaf, value);
    return read === undefined ? unfit() : read;
  };
  return {
    some,
    orNull: (value) => (value === null ? null : some(value)),
  };
}

const STRINGS = {
  some: (value: unknown): unknown => (typeof value === 'string' ? value : unfit()),
  orNull: (value: unknown): unknown =>
    typeof value === 'string' ? value : value === null ? null : unfit(),
};
