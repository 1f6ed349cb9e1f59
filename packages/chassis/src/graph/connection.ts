import { Field, InputType, Int, ObjectType, registerEnumType, type ClassType } from 'type-graphql';
import type { Page, Sort } from '../store/index.js';
import { Authenticated, CacheControl, type CachePolicy, Public, Shareable } from './public.js';

export enum SortDirection {
  ASC = 'ASC',
  DESC = 'DESC',
}
registerEnumType(SortDirection, {
  name: 'SortDirection',
  description: 'Which way a list is sorted.',
  valuesConfig: {
    ASC: { description: 'Smallest, earliest, A first.' },
    DESC: { description: 'Largest, latest, Z first.' },
  },
});

@Public()
@Shareable()
@ObjectType({ description: 'Where a page stands in its list.' })
export class PageInfo {
  @Field(() => Boolean, { description: 'Whether more follow after endCursor.' })
  hasNextPage!: boolean;

  @Field(() => Boolean, { description: 'Whether something stands before startCursor.' })
  hasPreviousPage!: boolean;

  @Field(() => String, { nullable: true, description: 'Cursor of the first node of the page.' })
  startCursor!: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'Cursor of the last node; give it as "after".',
  })
  endCursor!: string | null;
}

/** What a connection type holds; made from a page by `toConnection`. */
export interface Connection<T> {
  edges: { cursor: string; node: T }[];
  nodes: T[];
  pageInfo: PageInfo;
  totalCount: number | (() => Promise<number>);
}

/**
 * Builds the Relay connection of a type: edges, nodes (the same without cursors), pageInfo and
 * totalCount, which is counted only where it is selected.
 */
export function connectionOf<T extends object>(
  node: () => ClassType<T>,
  name: string,
  options: { isPublic?: boolean; shareable?: boolean; cache?: CachePolicy } = {},
): ClassType<Connection<T>> {
  const marks: ClassDecorator[] = [Authenticated()];
  if (options.isPublic !== false) marks.push(Public());
  if (options.shareable) marks.push(Shareable());
  if (options.cache) marks.push(CacheControl(options.cache));
  const kept = options.cache ? CacheControl(options.cache) : () => undefined;
  const marked: ClassDecorator = (target) => marks.forEach((mark) => mark(target));

  @marked
  @ObjectType(`${name}Edge`, { description: `A ${name} and its place in the list.` })
  class Edge {
    @Field(() => String, { description: 'Give it as "after" to continue behind this node.' })
    cursor!: string;

    @Field(node, { description: `The ${name}.` })
    node!: object;
  }

  @marked
  @ObjectType(`${name}Connection`, { description: `A page of a list of ${name}.` })
  class ConnectionType {
    @Field(() => [Edge], { description: 'The nodes of this page with their cursors.' })
    edges!: Edge[];

    @Field(() => [node()], { description: 'The nodes of this page.' })
    nodes!: object[];

    @kept
    @Field(() => PageInfo, { description: 'Where this page stands.' })
    pageInfo!: PageInfo;

    @Field(() => Int, { description: 'How many the whole list has under this filter.' })
    totalCount!: number;
  }
  return ConnectionType as unknown as ClassType<Connection<T>>;
}

/** The connection object of a page; `map` turns stored rows into what the node type expects. */
export function toConnection<T, Node = T>(page: Page<T>, map?: (row: T) => Node): Connection<Node> {
  const edges = page.edges.map(({ cursor, node }) => ({
    cursor,
    node: map ? map(node) : (node as unknown as Node),
  }));
  return {
    edges,
    nodes: edges.map((edge) => edge.node),
    pageInfo: {
      hasNextPage: page.hasNextPage,
      hasPreviousPage: page.hasPreviousPage,
      startCursor: edges[0]?.cursor ?? null,
      endCursor: edges.at(-1)?.cursor ?? null,
    },
    totalCount: page.totalCount,
  };
}

/**
 * Builds the `<Name>Sort` input `{ field, direction }` over an enum of fields with descriptions.
 * The enum's values are the entity's property names in capitals (`UNIT_COUNT` sorts by `unitCount`),
 * or have a property by the `names` of `toSort`.
 */
export function sortInput<Fields extends Record<string, string>>(name: string, fields: Fields) {
  const FieldEnum = Object.fromEntries(Object.keys(fields).map((key) => [key, key]));
  registerEnumType(FieldEnum, {
    name: `${name}SortField`,
    description: `What a list of ${name} is sorted by.`,
    valuesConfig: Object.fromEntries(
      Object.entries(fields).map(([key, description]) => [key, { description }]),
    ),
  });

  @InputType(`${name}Sort`, { description: `The order of a list of ${name}.` })
  class SortInput {
    @Field(() => FieldEnum, { description: 'What to sort by.' })
    field!: string;

    @Field(() => SortDirection, { defaultValue: SortDirection.ASC, description: 'Which way.' })
    direction!: SortDirection;
  }
  return SortInput as unknown as ClassType<{
    field: keyof Fields & string;
    direction: SortDirection;
  }>;
}

/**
 * The property to sort by for an enum value: `CREATED_AT` → `createdAt`, or what `names` says where
 * the property has another name.
 */
export function toSort<Field extends string>(
  given: { field: string; direction: SortDirection } | null | undefined,
  fallback: Sort<Field>,
  names: Readonly<Record<string, Field>> = {},
): Sort<Field> {
  if (!given) return fallback;
  const named = names[given.field];
  if (named) return { field: named, direction: given.direction };
  const field = given.field
    .toLowerCase()
    .replace(/_([a-z])/g, (_, char: string) => char.toUpperCase());
  return { field: field as Field, direction: given.direction };
}
