import { getNamedType } from 'graphql';
import type { GraphQLInterfaceType, GraphQLObjectType } from 'graphql';
import type { AccessRules, Demand } from './access-rules.js';
import type { Caller } from './caller.js';

/** A type that has fields. */
export type Owner = GraphQLObjectType | GraphQLInterfaceType;

/** Which demands of a supergraph hold for a caller, by their index. */
export type Rights = readonly boolean[];

/**
 * Which demands hold. Scopes count only for a caller who is signed in; a policy may hold for anyone.
 */
export function rightsOf(demands: readonly Demand[], caller: Caller): Rights {
  const held = { scopes: new Set(caller.scopes), policies: new Set(caller.policies) };
  return demands.map((demand) => {
    if (demand.kind !== 'policies' && !caller.authenticated) return false;
    if (demand.kind === 'authenticated') return true;
    const names = held[demand.kind];
    return demand.anyOf.some((all) => all.every((name) => names.has(name)));
  });
}

/** Decides over fields, by the rules alone: the same for every caller until rights are given. */
export class Access {
  readonly #demands = new Map<string, readonly number[]>();

  constructor(private readonly rules: AccessRules) {}

  /**
   * Whether a field that is selected on `selectedOn` is refused for an object of the type `object`. Both
   * have their say: the type where it stands in the operation, and the object that there turns out to be.
   */
  refuses(rights: Rights, selectedOn: Owner, field: string, object: GraphQLObjectType): boolean {
    const refused = (demand: number): boolean => rights[demand] !== true;
    if (this.#demandsOf(selectedOn, field).some(refused)) return true;
    return object !== selectedOn && this.#demandsOf(object, field).some(refused);
  }

  /** Of the type, of its field, and of the type of what the field returns. */
  #demandsOf(owner: Owner, field: string): readonly number[] {
    const coordinate = `${owner.name}.${field}`;
    let demands = this.#demands.get(coordinate);
    if (!demands) {
      const definition = owner.getFields()[field];
      demands = [
        ...this.rules.ofType(owner.name),
        ...this.rules.ofField(owner.name, field),
        ...(definition ? this.rules.ofType(getNamedType(definition.type).name) : []),
      ];
      this.#demands.set(coordinate, demands);
    }
    return demands;
  }
}
