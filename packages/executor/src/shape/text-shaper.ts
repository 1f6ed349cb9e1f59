import { isObject } from '../run/json.js';
import type { JsonObject } from '../run/json.js';
import { Names, UNFIT, unfit } from './code.js';
import type { Memory, Shaping } from './code.js';
import { coerced } from './leaf.js';
import type { Leaf } from './leaf.js';
import { isAsked } from './shape.js';
import type { ObjectShape, ValueShape } from './shape.js';

type Variables = Readonly<Record<string, unknown>>;

export interface TextParts {
  /** By which fields are skipped and included. */
  readonly conditions: Variables;
  /** The objects that stand at many places: each is written once. */
  readonly shared: Memory;
  /** Whether no text among the data has anything that JSON escapes: then none is searched for it. */
  readonly texts: { readonly arePlain: boolean };
}

/** Writes the answer of what the subgraphs said as JSON, or returns undefined where that has anything wrong. */
export type TextShaper = (data: JsonObject, parts: TextParts) => string | undefined;

type Write = Shaping<string>;

/** Compiles a shape to code that writes: for each object the concatenation of its fields' texts. */
export function textShaper(shape: ObjectShape): TextShaper {
  const written = new Map<Content, Write>();
  return (data, { conditions, shared, texts }) => {
    const content = texts.arePlain ? plainContentOf : contentOf;
    let write = written.get(content);
    if (!write) written.set(content, (write = new Compiler(content).object(shape, true)));
    try {
      return write(data, conditions, shared);
    } catch (error) {
      if (error === UNFIT) return undefined;
      throw error;
    }
  };
}

/** Compiles the parts of a shape; `content` is how texts are written. */
class Compiler {
  constructor(private readonly content: Content) {}

  object(shape: ObjectShape, nonNull: boolean): Write {
    const names = new Names();
    const bad = names.add(unfit);
    const fields = shape.fields.map(({ key, source, value, ...field }) => {
      const from = `o[${JSON.stringify(source)}]`;
      const pieces = (before: string): Piece[] =>
        this.#field(`${before}${JSON.stringify(key)}:`, value, from, names);
      if (!field.when) return { pieces };
      const when = names.add((variables: Variables) => isAsked(field, variables));
      return { pieces, when };
    });
    return names.define(
      [
        `if (o === null) ${nonNull ? `${bad}()` : "return 'null'"};`,
        `if (typeof o !== 'object' || Array.isArray(o)) ${bad}();`,
        'const known = m.size > 0 ? m.get(o) : undefined;',
        'if (known) return known;',
        `let r = ${fields.every(({ when }) => !when) ? fixed(fields) : conditional(fields)};`,
        "if (known === '') m.set(o, r);",
        'return r;',
      ].join('\n'),
    );
  }

  /** The pieces of a field: what stands before its value, and the value of the expression `from`. */
  #field(before: string, value: ValueShape, from: string, names: Names): Piece[] {
    if (value.kind !== 'leaf' || !isText(value.leaf)) {
      return [{ text: before }, { code: this.#value(value, from, names) }];
    }
    const content = `${names.add(this.content)}(${from})`;
    if (value.nonNull) return [{ text: `${before}"` }, { code: content }, { text: '"' }];
    const some = `${quoted(`${before}"`)} + ${content} + '"'`;
    return [{ code: `(${from} === null ? ${quoted(`${before}null`)} : ${some})` }];
  }

  /** Code for the text of the expression `from`. */
  #value(value: ValueShape, from: string, names: Names): string {
    switch (value.kind) {
      case 'typename':
        return quoted(JSON.stringify(value.typeName));
      case 'refused':
        return value.nonNull ? `${names.add(unfit)}()` : "'null'";
      case 'leaf':
        return `${names.add(this.#leaf(value.leaf, value.nonNull))}(${from})`;
      case 'object':
        return `${names.add(this.object(value.shape, value.nonNull))}(${from}, v, m)`;
      case 'abstract':
        return `${names.add(this.#abstract(value))}(${from}, v, m)`;
      case 'list':
        return `${names.add(this.#list(value))}(${from}, v, m)`;
    }
  }

  #list(value: Extract<ValueShape, { kind: 'list' }>): Write {
    const names = new Names();
    const bad = names.add(unfit);
    const item = (index: string): string => this.#value(value.of, `o[${index}]`, names);
    return names.define(
      [
        `if (o === null) ${value.nonNull ? `${bad}()` : "return 'null'"};`,
        `if (!Array.isArray(o)) ${bad}();`,
        "const n = o.length; if (n === 0) return '[]';",
        `let r = '[' + ${item('0')};`,
        `for (let i = 1; i < n; i++) r += ',' + ${item('i')};`,
        "return r + ']';",
      ].join('\n'),
    );
  }

  #abstract(value: Extract<ValueShape, { kind: 'abstract' }>): Write {
    const compiled = new Map<string | undefined, Write>();
    return (object, variables, memory) => {
      if (object === null) return value.nonNull ? unfit() : 'null';
      const typeName = isObject(object) ? object['__typename'] : null;
      if (typeName !== undefined && typeof typeName !== 'string') return unfit();
      let write = compiled.get(typeName);
      if (!write) {
        const shape = value.shapeOf(typeName);
        if (!shape) return unfit();
        write = this.object(shape, true);
        compiled.set(typeName, write);
      }
      return write(object, variables, memory);
    };
  }

  #leaf(leaf: Leaf, nonNull: boolean): WriteLeaf {
    const { content } = this;
    const some = isText(leaf) ? (value: unknown) => `"${content(value)}"` : writerOf(leaf);
    if (nonNull) return (value) => (value === null || value === undefined ? unfit() : some(value));
    return (value) => (value === null ? 'null' : some(value));
  }
}

/** A text that is always the same, or code for one. */
type Piece = { text: string } | { code: string };

interface FieldCode {
  /** The field's text, after something. */
  readonly pieces: (before: string) => Piece[];
  when?: string;
}

function fixed(fields: readonly FieldCode[]): string {
  if (fields.length === 0) return "'{}'";
  const pieces = fields.flatMap((field, index) => field.pieces(index === 0 ? '{' : ','));
  return joined([...pieces, { text: '}' }]);
}

/** Each field brings its comma; the first one's is taken away. */
function conditional(fields: readonly FieldCode[]): string {
  const texts = fields.map(({ pieces, when }) => {
    const code = joined(pieces(','));
    return when ? `(${when}(v) ? ${code} : '')` : code;
  });
  return `'{' + (${texts.join(' + ')}).slice(1) + '}'`;
}

/** Code that concatenates. Neighbouring texts are one: each concatenation leaves an object to be collected. */
function joined(pieces: readonly Piece[]): string {
  const parts: string[] = [];
  let text = '';
  for (const piece of [...pieces, { code: '' }]) {
    if ('text' in piece) {
      text += piece.text;
      continue;
    }
    if (text !== '') parts.push(quoted(text));
    text = '';
    if (piece.code !== '') parts.push(piece.code);
  }
  return parts.join(' + ');
}

function quoted(text: string): string {
  return JSON.stringify(text);
}

type WriteLeaf = (value: unknown) => string;

const isText = (leaf: Leaf): boolean => leaf === 'String' || leaf === 'ID';

/** A text as it stands between the quotes of JSON. */
type Content = (value: unknown) => string;

/** What stands in JSON as it is, between quotes. */
const PLAIN = /^[ !#-[\]-\ud7ff\ue000-\uffff]*$/;

const contentOf: Content = (value) => {
  if (typeof value !== 'string') return unfit();
  return PLAIN.test(value) ? value : JSON.stringify(value).slice(1, -1);
};

/** Where every text is plain. */
const plainContentOf: Content = (value) => (typeof value === 'string' ? value : unfit());

function writerOf(leaf: Leaf): WriteLeaf {
  return (value) => {
    const read = coerced(leaf, value);
    if (read === undefined) return unfit();
    // What most values are; JSON.stringify is dear for one of them.
    if (typeof read === 'boolean') return read ? 'true' : 'false';
    return typeof read === 'number' && Number.isSafeInteger(read)
      ? String(read)
      : JSON.stringify(read);
  };
}
