import { Kind, parse, print, visit } from 'graphql';
import type { ASTNode, DocumentNode } from 'graphql';
import type { Model } from './model.js';

/** The smallest thing found for which the check still holds, taking away one part at a time. */
export async function minimise<Thing>(
  thing: Thing,
  smaller: (thing: Thing) => Iterable<Thing>,
  stillFails: (thing: Thing) => Promise<boolean>,
): Promise<Thing> {
  let smallest = thing;
  search: for (;;) {
    for (const candidate of smaller(smallest)) {
      if (!(await stillFails(candidate).catch(() => false))) continue;
      smallest = candidate;
      continue search;
    }
    return smallest;
  }
}

/** The operation without one of its parts, the largest parts first. */
export function* smallerOperations(source: string): Generator<string> {
  const document = parse(source, { noLocation: true });
  yield* withoutFragments(document);
  const removable: ASTNode[] = [];
  visit(document, {
    enter(node, _key, parent) {
      const isList = Array.isArray(parent);
      if (isList && node.kind !== Kind.OPERATION_DEFINITION) removable.push(node);
    },
  });
  for (const gone of removable) {
    const left = visit(document, { enter: (node) => (node === gone ? null : undefined) });
    yield* printed(left);
  }
  const fragments: ASTNode[] = [];
  visit(document, { InlineFragment: (node) => void fragments.push(node) });
  for (const fragment of fragments) {
    yield* printed(
      visit(document, {
        SelectionSet(node) {
          const selections = node.selections.flatMap((selection) =>
            selection === fragment && selection.kind === Kind.INLINE_FRAGMENT
              ? selection.selectionSet.selections
              : [selection],
          );
          return { ...node, selections };
        },
      }),
    );
  }
}

function* withoutFragments(document: DocumentNode): Generator<string> {
  for (const definition of document.definitions) {
    if (definition.kind !== Kind.FRAGMENT_DEFINITION) continue;
    yield* printed(
      visit(document, {
        FragmentSpread(node) {
          if (node.name.value !== definition.name.value) return undefined;
          const { typeCondition, selectionSet } = definition;
          const { directives = [] } = node;
          return { kind: Kind.INLINE_FRAGMENT, typeCondition, selectionSet, directives };
        },
        FragmentDefinition: (node) => (node === definition ? null : undefined),
      }),
    );
  }
}

function* printed(document: DocumentNode): Generator<string> {
  let isEmpty = false;
  visit(document, {
    SelectionSet: (node) => void (isEmpty ||= node.selections.length === 0),
  });
  if (!isEmpty) yield print(document).replace(/\s+/g, ' ');
}

/** The graph without one of its parts. */
export function* smallerModels(model: Model): Generator<Model> {
  const copy = () => structuredClone(model);
  for (let index = 0; index < model.objects.length; index += 1) {
    const fewer = copy();
    fewer.objects.splice(index, 1);
    yield fewer;
    const fields = model.objects[index]?.fields.length ?? 0;
    for (let field = 0; field < fields; field += 1) {
      const without = copy();
      without.objects[index]?.fields.splice(field, 1);
      yield without;
      for (const part of ['requires', 'provides', 'overrides', 'args'] as const) {
        if (!model.objects[index]?.fields[field]?.[part]?.length) continue;
        const plain = copy();
        const changed = plain.objects[index]?.fields[field] as unknown as Record<string, unknown>;
        if (part === 'args') changed['args'] = [];
        else delete changed[part];
        yield plain;
      }
    }
    yield* smallerObject(model, index);
  }
  for (const part of ['interfaces', 'unions'] as const) {
    for (let index = 0; index < model[part].length; index += 1) {
      const fewer = copy();
      fewer[part].splice(index, 1);
      yield fewer;
    }
  }
  for (const place of model.subgraphs) {
    yield { ...copy(), subgraphs: model.subgraphs.filter((other) => other !== place) };
  }
}

function* smallerObject(model: Model, index: number): Generator<Model> {
  const object = model.objects[index];
  if (!object || object.kind === 'root') return;
  for (let at = 0; at < object.places.length; at += 1) {
    const fewer = structuredClone(model);
    const place = fewer.objects[index]?.places.splice(at, 1)[0];
    for (const field of fewer.objects[index]?.fields ?? []) {
      const home = field.homes.indexOf(place ?? '');
      if (home >= 0) field.homes.splice(home, 1);
    }
    yield fewer;
  }
  for (const [place, keys] of Object.entries(object.keys)) {
    for (let at = 0; keys.length > 1 && at < keys.length; at += 1) {
      const fewer = structuredClone(model);
      fewer.objects[index]?.keys[place]?.splice(at, 1);
      yield fewer;
    }
  }
}
