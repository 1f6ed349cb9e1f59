import {
  baseType,
  federationMetadata,
  isCompositeType,
  SelectionSet,
} from '@apollo/federation-internals';
import type { CompositeType } from '@apollo/federation-internals';

const fits = SelectionSet.prototype.canRebaseOn;

/**
 * Keeps the planner from asking a subgraph for fields that it knows only from others. Where a requirement
 * leads back to the subgraph it came from, the planner asks whether what is needed on the way can be
 * fetched there, but only looks whether the schema has such fields: external ones it has too, and answers
 * null or an error for them.
 */
export function askNoExternalFields(): void {
  SelectionSet.prototype.canRebaseOn = function (this: SelectionSet, type: CompositeType): boolean {
    return fits.call(this, type) && !asksExternal(this, type);
  };
}

function asksExternal(set: SelectionSet, type: CompositeType): boolean {
  const metadata = federationMetadata(type.schema());
  return set.selections().some((selection) => {
    if (selection.kind === 'FragmentSelection') {
      const narrowed = type.schema().type(selection.element.typeCondition?.name ?? type.name);
      const inside = narrowed && isCompositeType(narrowed) ? narrowed : type;
      return asksExternal(selection.selectionSet, inside);
    }
    const field = type.field(selection.element.name);
    if (!field) return false;
    if (metadata?.isFieldExternal(field)) return true;
    const below = field.type && baseType(field.type);
    return !!selection.selectionSet && !!below && isCompositeType(below)
      ? asksExternal(selection.selectionSet, below)
      : false;
  });
}
