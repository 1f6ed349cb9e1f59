import { BREAK, Kind, visit } from 'graphql';
import type { DocumentNode } from 'graphql';

export interface SyntaxSize {
  directives: number;
  /** Values in arguments and defaults: items, fields and what holds them. A text counts once for each 100 characters. */
  literals: number;
  /** Lists and objects, or the lists of a type, within each other. */
  valueDepth: number;
  /** Characters of the longest name. */
  nameLength: number;
}

const CHARACTERS = 100;

/** Counts what stands in a document besides its selections; ends early at what is beyond `most`. */
export function syntaxSizeOf(document: DocumentNode, most: SyntaxSize): SyntaxSize {
  const size = { directives: 0, literals: 0, valueDepth: 0, nameLength: 0 };
  let depth = 0;
  const deeper = {
    enter() {
      size.valueDepth = Math.max(size.valueDepth, ++depth);
      return size.valueDepth > most.valueDepth ? BREAK : counted(1);
    },
    leave: () => void depth--,
  };
  const counted = (values: number) => {
    size.literals += values;
    return size.literals > most.literals ? BREAK : undefined;
  };
  const one = () => counted(1);
  const text = ({ value }: { value: string }) => counted(1 + Math.floor(value.length / CHARACTERS));
  visit(document, {
    [Kind.DIRECTIVE]: () => (++size.directives > most.directives ? BREAK : undefined),
    [Kind.NAME]({ value }) {
      size.nameLength = Math.max(size.nameLength, value.length);
      return size.nameLength > most.nameLength ? BREAK : undefined;
    },
    [Kind.INT]: text,
    [Kind.FLOAT]: text,
    [Kind.STRING]: text,
    [Kind.BOOLEAN]: one,
    [Kind.ENUM]: one,
    [Kind.NULL]: one,
    [Kind.LIST]: deeper,
    [Kind.OBJECT]: deeper,
    [Kind.LIST_TYPE]: deeper,
  });
  return size;
}
