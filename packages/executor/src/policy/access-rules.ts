import { Kind, valueFromASTUntyped } from 'graphql';
import type {
  ConstDirectiveNode,
  DefinitionNode,
  DocumentNode,
  TypeDefinitionNode,
  TypeExtensionNode,
} from 'graphql';

/** One application of a protection. Of alternatives one must hold, with all that it names. */
export type Demand =
  | { readonly kind: 'authenticated' }
  | { readonly kind: 'scopes' | 'policies'; readonly anyOf: readonly (readonly string[])[] };

/** What a supergraph demands of whoever selects its types and fields. All of what is said of one must hold. */
export interface AccessRules {
  /** Each different demand once; types and fields name them by their index. */
  readonly demands: readonly Demand[];
  ofType(type: string): readonly number[];
  ofField(type: string, field: string): readonly number[];
}

type Feature = 'authenticated' | 'requiresScopes' | 'policy';

const FEATURE =
  /^https:\/\/specs\.apollo\.dev\/(authenticated|requiresScopes|policy)\/(v[^/]+)\/?$/;
const NONE: readonly number[] = [];

/**
 * Reads every rule of a supergraph, as composition wrote it. Throws when the supergraph asks for a
 * protection, or a version of one, that is not known here: it would not be enforced.
 */
export function readAccessRules(supergraph: DocumentNode): AccessRules {
  const features = directiveNames(supergraph);
  const demands: Demand[] = [];
  const known = new Map<string, number>();
  const rules = new Map<string, number[]>();
  const read = (
    coordinate: string,
    directives: readonly ConstDirectiveNode[] | undefined,
  ): void => {
    for (const directive of directives ?? []) {
      const feature = features.get(directive.name.value);
      if (!feature) continue;
      const demand = demandOf(feature, directive);
      const text = JSON.stringify(demand);
      const index = known.get(text) ?? demands.push(demand) - 1;
      known.set(text, index);
      const own = rules.get(coordinate) ?? [];
      if (!own.includes(index)) rules.set(coordinate, [...own, index]);
    }
  };
  for (const definition of supergraph.definitions) {
    if (!isType(definition)) continue;
    const type = definition.name.value;
    read(type, definition.directives);
    if (!('fields' in definition)) continue;
    for (const field of definition.fields ?? []) {
      read(`${type}.${field.name.value}`, field.directives);
    }
  }
  return {
    demands,
    ofType: (type) => rules.get(type) ?? NONE,
    ofField: (type, field) => rules.get(`${type}.${field}`) ?? NONE,
  };
}

/**
 * What is kept for everybody alike: what the schema of the clients leaves out, and that arguments told by
 * objects above are never told by clients.
 */
const KEPT_FOR_ALL = /^https:\/\/specs\.apollo\.dev\/(inaccessible\/v0\.[12]|context\/v0\.1)$/;

/** Directive names as this supergraph spells them, which `@link(as:)` and `import` may change. */
function directiveNames(supergraph: DocumentNode): Map<string, Feature> {
  const names = new Map<string, Feature>();
  for (const definition of supergraph.definitions) {
    if (definition.kind !== Kind.SCHEMA_DEFINITION && definition.kind !== Kind.SCHEMA_EXTENSION) {
      continue;
    }
    // `@link` can be renamed itself, so it is known by what it says.
    for (const link of definition.directives ?? []) {
      const url = argument(link, 'url') ?? argument(link, 'feature');
      const [, feature, version] = FEATURE.exec(typeof url === 'string' ? url : '') ?? [];
      if (feature && version === 'v0.1') names.set(spelling(link, feature), feature as Feature);
      else if (
        feature ||
        (argument(link, 'for') === 'SECURITY' && !KEPT_FOR_ALL.test(String(url)))
      ) {
        throw new Error(
          `The supergraph asks for the protection ${String(url)}, which this executor does not enforce.`,
        );
      }
    }
  }
  return names;
}

function spelling(link: ConstDirectiveNode, feature: string): string {
  const imports = argument(link, 'import');
  for (const item of Array.isArray(imports) ? (imports as unknown[]) : []) {
    if (item === `@${feature}`) return feature;
    if (typeof item !== 'object' || item === null || !('name' in item)) continue;
    if (item.name === `@${feature}`) return 'as' in item ? String(item.as).slice(1) : feature;
  }
  const as = argument(link, 'as');
  return typeof as === 'string' ? as : feature;
}

function demandOf(feature: Feature, directive: ConstDirectiveNode): Demand {
  if (feature === 'authenticated') return { kind: 'authenticated' };
  return feature === 'policy'
    ? { kind: 'policies', anyOf: alternatives(argument(directive, 'policies')) }
    : { kind: 'scopes', anyOf: alternatives(argument(directive, 'scopes')) };
}

/** What is no list of lists has no alternative that could hold, so nobody passes. */
function alternatives(value: unknown): string[][] {
  if (!Array.isArray(value)) return [];
  return value.map((group: unknown) =>
    Array.isArray(group) ? group.map(String) : [String(group)],
  );
}

function argument(directive: ConstDirectiveNode, name: string): unknown {
  const found = directive.arguments?.find((candidate) => candidate.name.value === name);
  return found && valueFromASTUntyped(found.value);
}

function isType(node: DefinitionNode): node is TypeDefinitionNode | TypeExtensionNode {
  return node.kind.endsWith('TypeDefinition') || node.kind.endsWith('TypeExtension');
}
