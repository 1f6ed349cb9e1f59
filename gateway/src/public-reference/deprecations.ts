import {
  type GraphQLSchema,
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isObjectType,
} from 'graphql';

export interface Deprecation {
  /** `Unit.code`, or `Query.units.filter` of an argument. */
  readonly coordinate: string;
  readonly reason: string;
  /** The day after which it goes, YYYY-MM-DD; undefined where the reason names none. */
  readonly until: string | undefined;
}

interface Deprecated {
  readonly name: string;
  readonly deprecationReason?: string | null | undefined;
}

/** Everything that is deprecated, what goes first at first. */
export function deprecationsOf(schema: GraphQLSchema): Deprecation[] {
  const found: Deprecation[] = [];
  const look = (parent: string, { name, deprecationReason: reason }: Deprecated): void => {
    if (!reason) return;
    const until = /after (\d{4}-\d{2}-\d{2})/.exec(reason)?.[1];
    found.push({ coordinate: `${parent}.${name}`, reason, until });
  };
  for (const type of Object.values(schema.getTypeMap())) {
    if (type.name.startsWith('__')) continue;
    if (isEnumType(type)) for (const value of type.getValues()) look(type.name, value);
    if (isInputObjectType(type)) {
      for (const field of Object.values(type.getFields())) look(type.name, field);
    }
    if (!isObjectType(type) && !isInterfaceType(type)) continue;
    for (const field of Object.values(type.getFields())) {
      look(type.name, field);
      for (const arg of field.args) look(`${type.name}.${field.name}`, arg);
    }
  }
  const day = ({ until = '9999' }: Deprecation) => until;
  return found.toSorted((a, b) => (day(a) < day(b) ? -1 : 1));
}
