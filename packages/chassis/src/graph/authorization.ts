import { demandScope, Fault } from '@propertea/kernel';
import {
  defaultFieldResolver,
  getNamedType,
  type GraphQLFieldResolver,
  type GraphQLObjectType,
  type GraphQLSchema,
  isObjectType,
} from 'graphql';
import { getDirective } from '@graphql-tools/utils';
import type { RoomContext } from './context.js';

interface Requirement {
  authenticated: boolean;
  /** Any of these lists, all scopes of it. */
  scopes: string[][] | undefined;
}

/**
 * Makes the room hold to what its schema says (`@authenticated`, `@requiresScopes`), whatever the
 * gateway let through: every field that is marked, or that returns a marked type, asks first, also
 * before it is subscribed to. API clients need the scope of the room for each of its root fields.
 */
export function enforceAuthorization(schema: GraphQLSchema, room: string): GraphQLSchema {
  const requirementOf = (element: Parameters<typeof getDirective>[1]): Requirement => ({
    authenticated: (getDirective(schema, element, 'authenticated')?.length ?? 0) > 0,
    scopes: getDirective(schema, element, 'requiresScopes')?.[0]?.['scopes'] as
      | string[][]
      | undefined,
  });
  for (const type of Object.values(schema.getTypeMap())) {
    if (!isObjectType(type) || type.name.startsWith('__')) continue;
    const scope = scopeOfRoot(schema, type);
    for (const field of Object.values(type.getFields())) {
      const requirements = [requirementOf(field), requirementOf(getNamedType(field.type))].filter(
        ({ authenticated, scopes }) => authenticated || scopes,
      );
      // References have a guard of their own.
      const needsScope = scope !== undefined && !field.name.startsWith('_');
      if (requirements.length === 0 && !needsScope) continue;
      const guarded =
        (resolve: GraphQLFieldResolver<unknown, RoomContext>): typeof resolve =>
        (source, args, context, info) => {
          for (const requirement of requirements) check(requirement, context);
          if (needsScope) demandScope(context.identity, room, scope);
          return resolve(source, args, context, info);
        };
      field.resolve = guarded(field.resolve ?? defaultFieldResolver);
      if (field.subscribe) field.subscribe = guarded(field.subscribe);
    }
  }
  return schema;
}

function scopeOfRoot(schema: GraphQLSchema, type: GraphQLObjectType): 'read' | 'write' | undefined {
  if (type === schema.getMutationType()) return 'write';
  const isRead = type === schema.getQueryType() || type === schema.getSubscriptionType();
  return isRead ? 'read' : undefined;
}

/** The same for an entity that is asked for by reference. */
export function referenceGuard(
  schema: GraphQLSchema,
  room: string,
  typeName: string,
): (context: RoomContext) => void {
  const type = schema.getType(typeName);
  if (!type) return ({ identity }) => demandScope(identity, room, 'read');
  const authenticated = (getDirective(schema, type, 'authenticated')?.length ?? 0) > 0;
  const scopes = getDirective(schema, type, 'requiresScopes')?.[0]?.['scopes'] as
    | string[][]
    | undefined;
  return (context) => {
    check({ authenticated, scopes }, context);
    demandScope(context.identity, room, 'read');
  };
}

function check({ authenticated, scopes }: Requirement, { identity }: RoomContext): void {
  if (identity.persona === 'SYSTEM') return;
  if ((authenticated || scopes) && identity.persona === 'ANONYMOUS') {
    throw new Fault('UNAUTHENTICATED', 'Sign in first.');
  }
  const allowed =
    !scopes || scopes.some((all) => all.every((scope) => identity.scopes.includes(scope)));
  if (!allowed) throw new Fault('FORBIDDEN', 'Your account may not read this.');
}
