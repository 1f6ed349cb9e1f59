import { Directive } from 'type-graphql';

/**
 * Marks a type or a root field as part of the public contract. Its fields, their arguments and the
 * inputs, enums and scalars they need follow; the printed SDL shows every tag (public-tags.ts).
 */
export const Public = (): ClassDecorator & MethodDecorator & PropertyDecorator =>
  Directive('@tag(name: "public")');

/** Keeps one field of a public type out of the public contract. */
export const Internal = (): MethodDecorator & PropertyDecorator =>
  Directive('@tag(name: "internal")');

/** Only who is signed in may read it; on a type it holds for every field that returns it. */
export const Authenticated = (): ClassDecorator & MethodDecorator & PropertyDecorator =>
  Directive('@authenticated');

/** Only who has one of these scopes may read it. */
export const RequiresScope = (
  ...scopes: string[]
): ClassDecorator & MethodDecorator & PropertyDecorator =>
  Directive(`@requiresScopes(scopes: [${scopes.map((scope) => `["${scope}"]`).join(', ')}])`);

/** Hidden from every contract; only the gateway itself asks for it, at the room. */
export const Inaccessible = (): ClassDecorator & MethodDecorator & PropertyDecorator =>
  Directive('@inaccessible');

/** A value type that every room declares alike. */
export const Shareable = (): ClassDecorator => Directive('@shareable');

/** An entity of the graph; `resolvable: false` where this room only refers to it. */
export const Entity = (options: { resolvable?: boolean } = {}): ClassDecorator =>
  Directive(`@key(fields: "id"${options.resolvable === false ? ', resolvable: false' : ''})`);

/** A plain list that the domain bounds: how many it holds at most, also for the cost of a query. */
export const AtMost = (size: number): MethodDecorator & PropertyDecorator =>
  Directive(`@listSize(assumedSize: ${size})`);

/** What it costs of a caller's budget at the public graph, where it is not 1 an object and 0 a scalar. */
export const Costs = (units: number): ClassDecorator & MethodDecorator & PropertyDecorator =>
  Directive(`@cost(weight: ${units})`);

/** What of an answer the gateway and clients may keep, and for how long. */
export interface CachePolicy {
  /** Seconds. */
  maxAge?: number;
  /** PRIVATE unless it is said: for one identity. PUBLIC is what is the same for everybody who may read it. */
  scope?: 'PUBLIC' | 'PRIVATE';
  /** As long as what is around it, where an object would not be kept at all. */
  inheritMaxAge?: boolean;
}

/**
 * Lets a field be kept; on a type, each of its fields that takes no arguments and holds a plain value, and each
 * field of the room that returns the type. What nothing is said of is not kept, nor anything that is asked with
 * it: mark what events of the room, or of the rooms that it keeps copies of, say the changes of.
 */
export const CacheControl = ({
  maxAge,
  scope = 'PRIVATE',
  inheritMaxAge,
}: CachePolicy): ClassDecorator & MethodDecorator & PropertyDecorator => {
  const said = [
    maxAge !== undefined && `maxAge: ${maxAge}`,
    `scope: ${scope}`,
    inheritMaxAge && 'inheritMaxAge: true',
  ].filter(Boolean);
  return Directive(`@cacheControl(${said.join(', ')})`);
};
