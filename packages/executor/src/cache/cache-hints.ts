import { Kind } from 'graphql';
import type { ConstDirectiveNode, DocumentNode } from 'graphql';
import { argumentOf } from '../supergraph/directives.js';
import type { CacheScope } from './fetch-cache.js';

/** What `@cacheControl` says of a field or a type. */
export interface CacheHint {
  readonly maxAge: number | undefined;
  readonly scope: CacheScope | undefined;
  readonly inheritMaxAge: boolean;
}

/** The hints of a supergraph by `Type` and `Type.field`. */
export type CacheHints = ReadonlyMap<string, CacheHint>;

/** Reads every `@cacheControl`; undefined where there is none. */
export function readCacheHints(document: DocumentNode): CacheHints | undefined {
  const hints = new Map<string, CacheHint>();
  const add = (place: string, directives: readonly ConstDirectiveNode[] = []): void => {
    const found = directives.find(({ name }) => name.value === 'cacheControl');
    if (found) hints.set(place, hintOf(found));
  };
  for (const definition of document.definitions) {
    switch (definition.kind) {
      case Kind.OBJECT_TYPE_DEFINITION:
      case Kind.INTERFACE_TYPE_DEFINITION:
        for (const field of definition.fields ?? []) {
          add(`${definition.name.value}.${field.name.value}`, field.directives);
        }
        add(definition.name.value, definition.directives);
        break;
      case Kind.UNION_TYPE_DEFINITION:
        add(definition.name.value, definition.directives);
        break;
      default:
    }
  }
  return hints.size > 0 ? hints : undefined;
}

function hintOf(directive: ConstDirectiveNode): CacheHint {
  const maxAge = argumentOf(directive, 'maxAge');
  const scope = argumentOf(directive, 'scope');
  return {
    maxAge: typeof maxAge === 'number' ? Math.max(0, maxAge) : undefined,
    scope: scope === 'PUBLIC' || scope === 'PRIVATE' ? scope : undefined,
    inheritMaxAge: argumentOf(directive, 'inheritMaxAge') === true,
  };
}
