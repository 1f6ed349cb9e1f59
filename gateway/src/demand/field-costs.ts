import {
  getNamedType,
  getNullableType,
  isCompositeType,
  isListType,
  isObjectType,
  isTypeDefinitionNode,
  parse,
  valueFromASTUntyped,
} from 'graphql';
import type { ConstDirectiveNode, GraphQLField, GraphQLObjectType } from 'graphql';
import { z } from 'zod';

/** How long a list may be: `@listSize` of the cost specification. */
export interface ListSize {
  readonly assumedSize?: number | undefined;
  /** Arguments that say it, the largest of them; `input.first` is one within an input. */
  readonly slicingArguments: readonly string[];
  /** Lists of the returned object that are of this size, instead of the field itself. */
  readonly sizedFields: readonly string[];
  readonly requireOneSlicingArgument: boolean;
}

/** What a value costs where no `@cost` says it. */
const OBJECT = 1;
const SCALAR = 0;
/** What a mutation costs besides what it returns. */
const MUTATION = 10;
/** Of a list that nothing says the size of. */
const ASSUMED_SIZE = 10;
/** What the rooms give where neither an argument nor its default says it. */
const PAGE_SIZE = 25;

const weightShape = z.object({ weight: z.coerce.number() });
const listSizeShape = z.object({
  assumedSize: z.number().nullish(),
  slicingArguments: z.array(z.string()).nullish(),
  sizedFields: z.array(z.string()).nullish(),
  requireOneSlicingArgument: z.boolean().nullish(),
});

type Field = GraphQLField<unknown, unknown>;

/** `@cost` and `@listSize` of a supergraph, and what goes without them. */
export class FieldCosts {
  /** By `Type`, `Type.field` and `Type.field(argument:)`. */
  readonly #weights = new Map<string, number>();
  readonly #sizes = new Map<string, ListSize>();

  constructor(supergraphSdl: string) {
    for (const type of parse(supergraphSdl, { noLocation: true }).definitions) {
      if (!isTypeDefinitionNode(type)) continue;
      this.#weigh(type.name.value, type.directives);
      for (const field of ('fields' in type && type.fields) || []) {
        const name = `${type.name.value}.${field.name.value}`;
        this.#weigh(name, field.directives);
        const size = argumentsOf(field.directives, 'listSize');
        if (size) this.#sizes.set(name, listSizeOf(size));
        for (const arg of ('arguments' in field && field.arguments) || []) {
          this.#weigh(`${name}(${arg.name.value}:)`, arg.directives);
        }
      }
    }
  }

  /** What each value of the field costs by itself, without its fields. */
  ofValue(parent: GraphQLObjectType, { name, type }: Field): number {
    const named = getNamedType(type);
    return (
      this.#weights.get(`${parent.name}.${name}`) ??
      this.#weights.get(named.name) ??
      (isCompositeType(named) ? OBJECT : SCALAR)
    );
  }

  /** What asking for the field costs, whatever it returns. */
  ofCall(
    parent: GraphQLObjectType,
    { name }: Field,
    given: readonly string[],
    isMutation: boolean,
  ) {
    const field = `${parent.name}.${name}`;
    const own = isMutation && !this.#weights.has(field) ? MUTATION : 0;
    return given.reduce((sum, arg) => sum + (this.#weights.get(`${field}(${arg}:)`) ?? 0), own);
  }

  /** How long the field's list is, or those of the connection that it returns; undefined where there is none. */
  sizeOf(parent: GraphQLObjectType, field: Field): ListSize | undefined {
    const marked = this.#sizes.get(`${parent.name}.${field.name}`);
    if (marked) return marked;
    const plain = { requireOneSlicingArgument: false };
    const slicingArguments = field.args
      .map(({ name }) => name)
      .filter((name) => name === 'first' || name === 'last');
    if (isListType(getNullableType(field.type))) {
      return { ...plain, assumedSize: ASSUMED_SIZE, slicingArguments, sizedFields: [] };
    }
    const sizedFields = pagesOf(field);
    return sizedFields.length > 0
      ? { ...plain, assumedSize: PAGE_SIZE, slicingArguments, sizedFields }
      : undefined;
  }

  #weigh(name: string, directives: readonly ConstDirectiveNode[] | undefined): void {
    const cost = argumentsOf(directives, 'cost');
    if (cost) this.#weights.set(name, weightShape.parse(cost).weight);
  }
}

/** The lists of a connection: an object with `pageInfo` beside `nodes` or `edges`. */
function pagesOf({ type }: Field): string[] {
  const named = getNamedType(type);
  if (!isObjectType(named)) return [];
  const fields = named.getFields();
  return fields['pageInfo'] ? ['nodes', 'edges'].filter((name) => fields[name]) : [];
}

function argumentsOf(directives: readonly ConstDirectiveNode[] | undefined, name: string) {
  const directive = directives?.find((one) => one.name.value === name);
  if (!directive) return undefined;
  return Object.fromEntries(
    (directive.arguments ?? []).map((arg) => [arg.name.value, valueFromASTUntyped(arg.value)]),
  );
}

function listSizeOf(given: Record<string, unknown>): ListSize {
  const size = listSizeShape.parse(given);
  const slicingArguments = size.slicingArguments ?? [];
  return {
    assumedSize: size.assumedSize ?? undefined,
    slicingArguments,
    sizedFields: size.sizedFields ?? [],
    requireOneSlicingArgument:
      slicingArguments.length > 0 && (size.requireOneSlicingArgument ?? true),
  };
}
