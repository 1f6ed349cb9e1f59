import { Kind } from 'graphql';
import type { DocumentNode, FieldNode, SelectionSetNode } from 'graphql';

/** What a selection amounts to with its fragments expanded. */
export interface Size {
  /** Nested fields; what is within introspection counts for nothing here, nor as `fields`. */
  depth: number;
  aliases: number;
  fields: number;
  /** Everything that is selected: also `__typename` and the fragments themselves. */
  selections: number;
  /** Nested braces of any kind, also those of fragments. */
  levels: number;
  /** How many of `SCHEMA_LISTS` stand within each other. */
  lists: number;
  /** The same and the aliases, of what is asked of the schema alone. */
  schemaLists: number;
  schemaAliases: number;
}

const NOTHING: Size = {
  depth: 0,
  aliases: 0,
  fields: 0,
  selections: 0,
  levels: 0,
  lists: 0,
  schemaLists: 0,
  schemaAliases: 0,
};

/** Through these introspection comes from one type to many others, and from those to all of them again. */
const SCHEMA_LISTS = new Set(['fields', 'inputFields', 'interfaces', 'possibleTypes']);

export const isOfTheSchema = ({ name: { value } }: FieldNode): boolean =>
  value === '__schema' || value === '__type';

/**
 * Measures selections of a document. Each fragment is measured once, so that fragments within fragments
 * cannot make this slow; one within itself, which validation refuses, counts as nothing there.
 */
export function sizesOf({ definitions }: DocumentNode): (set: SelectionSetNode) => Size {
  const fragments = new Map<string, SelectionSetNode>();
  const sizes = new Map<string, Size>();
  for (const definition of definitions) {
    if (definition.kind === Kind.FRAGMENT_DEFINITION) {
      fragments.set(definition.name.value, definition.selectionSet);
    }
  }

  function ofFragment(name: string): Size {
    const known = sizes.get(name);
    if (known) return known;
    const set = fragments.get(name);
    if (!set) return NOTHING;
    sizes.set(name, NOTHING);
    const size = measure(set);
    sizes.set(name, size);
    return size;
  }

  function ofField(field: FieldNode): Size {
    const aliased = field.alias ? 1 : 0;
    if (field.name.value === '__typename') return { ...NOTHING, aliases: aliased };
    const inner = field.selectionSet ? measure(field.selectionSet) : NOTHING;
    const size = {
      ...inner,
      depth: inner.depth + 1,
      aliases: inner.aliases + aliased,
      fields: inner.fields + 1,
      lists: inner.lists + (SCHEMA_LISTS.has(field.name.value) ? 1 : 0),
    };
    return isOfTheSchema(field)
      ? { ...size, depth: 0, fields: 0, schemaLists: size.lists, schemaAliases: size.aliases }
      : size;
  }

  function measure(set: SelectionSetNode): Size {
    const total = { ...NOTHING };
    for (const selection of set.selections) {
      const size =
        selection.kind === Kind.FIELD
          ? ofField(selection)
          : selection.kind === Kind.INLINE_FRAGMENT
            ? measure(selection.selectionSet)
            : ofFragment(selection.name.value);
      total.depth = Math.max(total.depth, size.depth);
      total.lists = Math.max(total.lists, size.lists);
      total.schemaLists = Math.max(total.schemaLists, size.schemaLists);
      total.aliases += size.aliases;
      total.schemaAliases += size.schemaAliases;
      total.fields += size.fields;
      total.selections += size.selections + 1;
      const opens = selection.kind !== Kind.FIELD || selection.selectionSet ? 1 : 0;
      total.levels = Math.max(total.levels, size.levels + opens);
    }
    return total;
  }
  return measure;
}
