import { Kind, parse, valueFromASTUntyped, visit } from 'graphql';
import type { ConstDirectiveNode, DirectiveNode, DocumentNode, TypeDefinitionNode } from 'graphql';

/** What a type or field demands of whoever selects it. All of it must hold. */
export interface AccessRule {
  authenticated: boolean;
  /** Each entry is one @requiresScopes: a list of alternatives, each a list of scopes that all are needed. */
  scopes: string[][][];
  /** A @policy stands here. No policy engine is installed, so nobody passes. */
  policy: boolean;
}

/** The protected types and fields of a supergraph; what is not named demands nothing. */
export interface AccessRules {
  ofType(type: string): AccessRule | undefined;
  ofField(type: string, field: string): AccessRule | undefined;
}

type Feature = 'authenticated' | 'requiresScopes' | 'policy';

const FEATURE_URL = /^https:\/\/specs\.apollo\.dev\/(authenticated|requiresScopes|policy)\/v0\.1$/;

/** True for the `@link` of a protection that this package enforces. */
export function isEnforcedFeature(link: DirectiveNode): boolean {
  return featureOf(link) !== undefined;
}

/** Reads every rule of a supergraph. `document` is the supergraph as composition wrote it. */
export function readAccessRules(document: DocumentNode): AccessRules {
  const features = directiveNames(document);
  const types = new Map<string, AccessRule>();
  const fields = new Map<string, AccessRule>();
  for (const definition of document.definitions) {
    if (!isTypeDefinition(definition)) continue;
    const rule = ruleOf(definition.directives, features);
    if (rule) types.set(definition.name.value, rule);
    if (!('fields' in definition)) continue;
    for (const field of definition.fields ?? []) {
      const fieldRule = ruleOf(field.directives, features);
      if (fieldRule) fields.set(`${definition.name.value}.${field.name.value}`, fieldRule);
    }
  }
  return {
    ofType: (type) => types.get(type),
    ofField: (type, field) => fields.get(`${type}.${field}`),
  };
}

/** The supergraph's text without the mark that makes Apollo's gateway refuse it. Nothing else changes. */
export function withoutSecurityMarks(supergraphSdl: string): string {
  const document = parse(supergraphSdl);
  const cuts: { start: number; end: number }[] = [];
  visit(document, {
    Directive(link) {
      if (link.name.value !== 'link' || !isEnforcedFeature(link)) return;
      const purpose = link.arguments?.find(({ name }) => name.value === 'for');
      if (purpose?.loc) cuts.push({ start: purpose.loc.start, end: purpose.loc.end });
    },
  });
  return cuts.reduceRight(
    (text, { start, end }) => text.slice(0, start).replace(/,\s*$/, '') + text.slice(end),
    supergraphSdl,
  );
}

/** Directive names as this supergraph spells them, which `@link(as:)` and `import` may change. */
function directiveNames(document: DocumentNode): Map<string, Feature> {
  const names = new Map<string, Feature>();
  for (const definition of document.definitions) {
    if (definition.kind !== Kind.SCHEMA_DEFINITION && definition.kind !== Kind.SCHEMA_EXTENSION) {
      continue;
    }
    for (const link of definition.directives ?? []) {
      const feature = link.name.value === 'link' ? featureOf(link) : undefined;
      if (feature) names.set(spelling(link, feature), feature);
    }
  }
  return names;
}

function spelling(link: ConstDirectiveNode, feature: Feature): string {
  const argument = (name: string): unknown => {
    const found = link.arguments?.find((candidate) => candidate.name.value === name);
    return found && valueFromASTUntyped(found.value);
  };
  const imports = argument('import');
  for (const item of Array.isArray(imports) ? (imports as unknown[]) : []) {
    if (typeof item === 'object' && item !== null && 'name' in item && 'as' in item) {
      if (item.name === `@${feature}`) return String(item.as).slice(1);
    }
  }
  const as = argument('as');
  return typeof as === 'string' ? as : feature;
}

function featureOf(link: DirectiveNode): Feature | undefined {
  const url = link.arguments?.find(({ name }) => name.value === 'url')?.value;
  if (url?.kind !== Kind.STRING) return undefined;
  return FEATURE_URL.exec(url.value)?.[1] as Feature | undefined;
}

function ruleOf(
  directives: readonly ConstDirectiveNode[] | undefined,
  features: Map<string, Feature>,
): AccessRule | undefined {
  const rule: AccessRule = { authenticated: false, scopes: [], policy: false };
  let any = false;
  for (const directive of directives ?? []) {
    const feature = features.get(directive.name.value);
    if (!feature) continue;
    any = true;
    if (feature === 'authenticated') rule.authenticated = true;
    else if (feature === 'policy') rule.policy = true;
    else rule.scopes.push(scopesOf(directive));
  }
  return any ? rule : undefined;
}

function scopesOf(directive: ConstDirectiveNode): string[][] {
  const argument = directive.arguments?.find(({ name }) => name.value === 'scopes');
  const value: unknown = argument && valueFromASTUntyped(argument.value);
  if (!Array.isArray(value)) return [];
  return value.map((group: unknown) =>
    Array.isArray(group) ? group.map(String) : [String(group)],
  );
}

function isTypeDefinition(node: { kind: string }): node is TypeDefinitionNode {
  return node.kind.endsWith('TypeDefinition');
}
