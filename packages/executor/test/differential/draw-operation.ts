import {
  GraphQLNonNull,
  getNamedType,
  isAbstractType,
  isCompositeType,
  isInterfaceType,
  isNonNullType,
  isObjectType,
  isRequiredArgument,
} from 'graphql';
import type {
  GraphQLArgument,
  GraphQLCompositeType,
  GraphQLField,
  GraphQLInputType,
  GraphQLObjectType,
  GraphQLSchema,
} from 'graphql';
import type { Draw } from './draw.js';
import { drawLiteral, drawValue } from './draw-values.js';

export interface DrawnOperation {
  readonly source: string;
  /** As clients would send them: some are left out. */
  readonly variables: Record<string, unknown>;
}

/** An operation by chance; fields that share a name may turn out not to merge. */
export function drawOperation(schema: GraphQLSchema, draw: Draw): DrawnOperation {
  return new Operation(schema, draw).drawn();
}

const DEEPEST = 6;
/** What is repeated is short: selections double otherwise with each level. */
const MOST_AGAIN = 120;
/** The ways through interface objects multiply with each of them; the oracle looks at all. */
const MOST_INTERFACE_OBJECTS = 4;

class Operation {
  readonly #variables = new Map<string, { type: string; fallback: string }>();
  readonly #values: Record<string, unknown> = {};
  readonly #fragments = new Map<string, { on: string; body: string }>();
  /** With which arguments each field was first asked for. */
  readonly #firstArguments = new Map<string, string>();
  #interfaceObjects = 0;
  #fieldsLeft: number;

  constructor(
    private readonly schema: GraphQLSchema,
    private readonly draw: Draw,
  ) {
    this.#fieldsLeft = draw.between(4, 32);
  }

  drawn(): DrawnOperation {
    const { schema, draw } = this;
    const mutation = draw.chance(0.15) ? schema.getMutationType() : undefined;
    const root = mutation ?? schema.getQueryType();
    if (!root) throw new Error('There is nothing to query');
    const body = this.#selection(root, 0);
    const variables = [...this.#variables].map(
      ([name, { type, fallback }]) => `$${name}: ${type}${fallback}`,
    );
    const head = variables.length > 0 ? `(${variables.join(', ')})` : '';
    const name = draw.chance(0.5) || variables.length > 0 ? ' Asked' : '';
    const fragments = [...this.#fragments].map(
      ([fragment, { on, body: below }]) => `fragment ${fragment} on ${on} ${below}`,
    );
    const operation = `${mutation ? 'mutation' : 'query'}${name}${head} ${body}`;
    return { source: [operation, ...fragments].join('\n'), variables: this.#values };
  }

  #selection(type: GraphQLCompositeType, depth: number): string {
    const { draw } = this;
    const parts: string[] = [];
    const count = draw.between(1, depth < 2 ? 4 : 3);
    for (let index = 0; index < count || parts.length === 0; index += 1) {
      parts.push(this.#part(type, depth));
    }
    // A part once more: equal selections merge.
    const short = parts.filter((part) => part.length < MOST_AGAIN);
    if (draw.chance(0.08)) parts.push(...short.slice(0, 1));
    return `{ ${parts.join(' ')} }`;
  }

  #part(type: GraphQLCompositeType, depth: number): string {
    const { draw } = this;
    const hasFields = isObjectType(type) || isInterfaceType(type);
    const isRoot = depth === 0;
    const isLate = this.#isLate(depth);
    const kind = draw.weighted({
      field: hasFields ? 70 : 0,
      typename: isRoot ? 1 : 8,
      inline: isLate ? 0 : isAbstractType(type) ? 40 : 6,
      named: isLate ? 0 : depth > 0 ? 6 : 2,
      introspection: isRoot && type === this.schema.getQueryType() ? 2 : 0,
    });
    switch (kind) {
      case 'typename':
        return `${draw.chance(0.2) ? 'kind: ' : ''}__typename${this.#condition()}`;
      case 'inline': {
        const on = this.#narrowed(type);
        const condition = on === type && draw.chance(0.3) ? '' : ` on ${on.name}`;
        return `...${condition}${this.#condition()} ${this.#selection(on, depth + 1)}`;
      }
      case 'named':
        return `...${this.#fragment(type, depth)}${this.#condition()}`;
      case 'introspection':
        return `__type(name: "T0") { kind name }`;
      case 'field':
        return this.#field(type as GraphQLObjectType, depth);
    }
  }

  #isLate(depth: number): boolean {
    return depth >= DEEPEST || this.#fieldsLeft <= 0;
  }

  /** A type that an object of this type may have as well. */
  #narrowed(type: GraphQLCompositeType): GraphQLCompositeType {
    const { draw, schema } = this;
    if (!isAbstractType(type)) {
      const wider = isObjectType(type) ? type.getInterfaces() : [];
      return draw.chance(0.3) && wider.length > 0 ? draw.one(wider) : type;
    }
    const possible = schema.getPossibleTypes(type);
    const object = draw.one(possible);
    return draw.chance(0.2) ? (draw.maybe(object.getInterfaces()) ?? object) : object;
  }

  #fragment(type: GraphQLCompositeType, depth: number): string {
    const on = this.#narrowed(type);
    const known = [...this.#fragments].filter(([, fragment]) => fragment.on === on.name);
    if (known.length > 0 && this.draw.chance(0.5)) return this.draw.one(known)[0];
    const body = this.#selection(on, depth + 1);
    const name = `F${this.#fragments.size}`;
    this.#fragments.set(name, { on: on.name, body });
    return name;
  }

  #field(type: GraphQLObjectType, depth: number): string {
    const { draw } = this;
    const fields = Object.values(type.getFields());
    const isLate = this.#isLate(depth);
    const leaves = fields.filter((field) => !isCompositeType(getNamedType(field.type)));
    if (isLate && leaves.length === 0) return '__typename';
    const light = fields.filter((field) => getNamedType(field.type).name !== 'Thing');
    const isFull = this.#interfaceObjects >= MOST_INTERFACE_OBJECTS && light.length > 0;
    const field = draw.one(isLate ? leaves : isFull ? light : fields);
    if (getNamedType(field.type).name === 'Thing') this.#interfaceObjects += 1;
    this.#fieldsLeft -= 1;
    const args = this.#arguments(field.args);
    const alias = this.#hasOtherArguments(field.name, args)
      ? `${field.name}_${draw.between(100, 999)}: `
      : draw.chance(0.2)
        ? `${this.#alias(fields, field, depth)}: `
        : '';
    const start = `${alias}${field.name}${args}${this.#condition()}`;
    const below = getNamedType(field.type);
    if (!isCompositeType(below)) return start;
    const body = this.#selection(below, depth + 1);
    // The same field twice, with other fields below it.
    const isShort = body.length < MOST_AGAIN;
    const again =
      isShort && draw.chance(0.08) ? ` ${start} ${this.#selection(below, depth + 1)}` : '';
    return `${start} ${body}${again}`;
  }

  /** Whether a field was asked for before with other arguments: under one key they would not merge. */
  #hasOtherArguments(name: string, args: string): boolean {
    const first = this.#firstArguments.get(name);
    if (first === undefined) this.#firstArguments.set(name, args);
    return first !== undefined && first !== args && this.draw.chance(0.95);
  }

  /** Mostly a name of its own; sometimes the name of another field. */
  #alias(fields: GraphQLField<any, any>[], field: GraphQLField<any, any>, depth: number): string {
    const { draw } = this;
    if (draw.chance(0.15)) return draw.one(fields).name;
    return draw.chance(0.5) ? `${field.name}_${depth}` : `a${draw.between(0, 99)}`;
  }

  #arguments(args: readonly GraphQLArgument[]): string {
    const { draw } = this;
    const given = args.filter((arg) => isRequiredArgument(arg) || draw.chance(0.6));
    if (given.length === 0) return '';
    const printed = given.map((arg) => {
      const value = draw.chance(0.4) ? this.#variable(arg.type) : drawLiteral(draw, arg.type);
      return `${arg.name}: ${value}`;
    });
    return `(${printed.join(', ')})`;
  }

  #condition(): string {
    const { draw } = this;
    if (!draw.chance(0.08)) return '';
    const booleanType = this.schema.getType('Boolean') as GraphQLInputType;
    const value = draw.chance(0.25)
      ? String(draw.chance(0.5))
      : this.#variable(new GraphQLNonNull(booleanType as any));
    const other = draw.chance(0.1) ? ` @include(if: ${draw.chance(0.8)})` : '';
    return draw.chance(0.5) ? ` @skip(if: ${value})${other}` : ` @include(if: ${value})`;
  }

  #variable(type: GraphQLInputType): string {
    const { draw } = this;
    const printed = String(type);
    const known = [...this.#variables].filter(([, variable]) => variable.type === printed);
    if (known.length > 0 && draw.chance(0.5)) return `$${draw.one(known)[0]}`;
    const isFirst = this.#variables.size === 0;
    const name = isFirst && draw.chance(0.04) ? 'representations' : `v${this.#variables.size}`;
    const fallback = draw.chance(0.25) ? ` = ${drawLiteral(draw, type)}` : '';
    this.#variables.set(name, { type: printed, fallback });
    const isOptional = fallback !== '' || !isNonNullType(type);
    if (!isOptional || draw.chance(0.7)) this.#values[name] = drawValue(draw, type);
    return `$${name}`;
  }
}
