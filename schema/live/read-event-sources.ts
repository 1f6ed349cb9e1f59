import { type EventContract, ID_PREFIXES, type IdType } from '@propertea/kernel';
import {
  type DocumentNode,
  type FieldDefinitionNode,
  type InputValueDefinitionNode,
  Kind,
  type ObjectTypeDefinitionNode,
  type ObjectTypeExtensionNode,
  print,
} from 'graphql';
import { type DataField, dataFieldsOf } from './data-fields.js';
import { argumentsOf, namedType } from './directives.js';
import {
  type EventField,
  type EventFilter,
  type EventSource,
  EventSourceError,
} from './event-source.js';

type ObjectType = ObjectTypeDefinitionNode | ObjectTypeExtensionNode;

/** JSON types of the data that an argument of a scalar may be compared with. */
const COMPARABLE: Readonly<Record<string, readonly string[]>> = {
  String: ['string'],
  Int: ['integer', 'number'],
  Boolean: ['boolean'],
};

/**
 * Every subscription with @event, in an SDL of schema/live or in the supergraph that is composed of it.
 * @throws EventSourceError naming each type that is no event of `contracts`, each field that their data
 * does not have, and whatever else could not be served, with its place.
 */
export function readEventSources(
  document: DocumentNode,
  contracts: readonly EventContract[],
): EventSource[] {
  return new Reader(document, contracts).read();
}

/** Subscriptions without @event: a virtual subgraph has nobody who would serve them. */
export function unservedSubscriptions(document: DocumentNode): string[] {
  return fieldsOf(document, 'Subscription')
    .filter((field) => !argumentsOf(field, 'event'))
    .map((field) => `Subscription.${field.name.value}`);
}

class Reader {
  readonly #contracts: Map<string, EventContract>;
  readonly #problems: string[] = [];

  constructor(
    private readonly document: DocumentNode,
    contracts: readonly EventContract[],
  ) {
    this.#contracts = new Map(contracts.map((contract) => [contract.type, contract]));
  }

  read(): EventSource[] {
    const sources = fieldsOf(this.document, 'Subscription').flatMap((field) => {
      const marks = argumentsOf(field, 'event');
      return marks ? [this.#source(field, marks['types'])] : [];
    });
    if (this.#problems.length > 0) throw new EventSourceError(this.#problems);
    return sources;
  }

  #source(field: FieldDefinitionNode, given: unknown): EventSource {
    const place = `Subscription.${field.name.value}`;
    const types = Array.isArray(given) ? given.map(String) : [];
    if (types.length === 0) this.#report(place, 'names no type of event.');
    const data = types.flatMap((type) => {
      const contract = this.#contracts.get(type);
      if (!contract) this.#report(place, `names ${type}, which is no event of schema/events.`);
      return contract ? [{ type, fields: dataFieldsOf(contract) }] : [];
    });
    const filters = new Map<string, EventFilter>();
    for (const argument of field.arguments ?? []) {
      const filter = this.#filter(`${place}(${argument.name.value}:)`, argument, data);
      if (filter) filters.set(argument.name.value, filter);
    }
    return { field: field.name.value, types, filters, payload: this.#payload(place, field, data) };
  }

  #filter(
    place: string,
    argument: InputValueDefinitionNode,
    data: readonly TypedData[],
  ): EventFilter | undefined {
    const { field, id } = argumentsOf(argument, 'eventData') ?? {};
    if (typeof field !== 'string') {
      this.#report(place, 'has no @eventData(field:), so that nothing says what it filters.');
      return undefined;
    }
    const type = namedType(argument.type);
    const found = this.#dataOf(place, field, data);
    if (type === 'ID') {
      if (!isIdType(id)) {
        this.#report(
          place,
          `is an ID: @eventData(id:) says of which type, "${String(id)}" is none.`,
        );
        return undefined;
      }
      for (const each of found) {
        if (!each.field.isId)
          this.#report(place, `reads ${field} of ${each.type}, which is no id.`);
      }
      return { data: field, idType: id };
    }
    const comparable = COMPARABLE[type];
    if (!comparable) {
      this.#report(place, `is of type ${type}; a filter is an ID, a String, an Int or a Boolean.`);
      return undefined;
    }
    for (const each of found) {
      if (comparable.some((kind) => each.field.kinds.has(kind))) continue;
      this.#report(place, `reads ${field} of ${each.type}, which is never of type ${type}.`);
    }
    return { data: field, idType: undefined };
  }

  #payload(
    place: string,
    subscription: FieldDefinitionNode,
    data: readonly TypedData[],
  ): EventSource['payload'] {
    const type = namedType(subscription.type);
    const members = fieldsOf(this.document, type);
    if (members.length === 0) this.#report(place, `returns ${type}, which is no object type.`);
    const fields = new Map<string, EventField>();
    for (const member of members) {
      const field = this.#field(`${type}.${member.name.value}`, member, data);
      if (field) fields.set(member.name.value, field);
    }
    return { type, fields };
  }

  #field(
    place: string,
    member: FieldDefinitionNode,
    data: readonly TypedData[],
  ): EventField | undefined {
    const declared = `${member.name.value}: ${print(member.type)}`;
    if (declared === 'type: String!') return { kind: 'name' };
    if (declared === 'occurredAt: DateTime!') return { kind: 'time' };
    const from = argumentsOf(member, 'eventData')?.['field'];
    const type = namedType(member.type);
    if (typeof from !== 'string' || !isIdType(type)) {
      this.#report(
        place,
        'is neither type: String!, nor occurredAt: DateTime!, nor an object that @eventData(field:) names by its id.',
      );
      return undefined;
    }
    if (member.type.kind !== Kind.NAMED_TYPE) {
      this.#report(place, `is of type ${print(member.type)}; an object of a room may be absent.`);
    }
    for (const each of this.#dataOf(place, from, data)) {
      if (each.field.isId && each.field.isCertain) continue;
      this.#report(place, `reads ${from} of ${each.type}, which is not an id in every event.`);
    }
    return { kind: 'object', type, data: from };
  }

  /** The field in each type of event that has it; a problem for each that has not. */
  #dataOf(place: string, name: string, data: readonly TypedData[]) {
    return data.flatMap(({ type, fields }) => {
      const field = fields.get(name);
      if (!field) this.#report(place, `reads ${name}, which the data of ${type} does not have.`);
      return field ? [{ type, field }] : [];
    });
  }

  #report(place: string, problem: string): void {
    const told = `${place} ${problem}`;
    if (!this.#problems.includes(told)) this.#problems.push(told);
  }
}

interface TypedData {
  readonly type: string;
  readonly fields: ReadonlyMap<string, DataField>;
}

function isIdType(name: unknown): name is IdType {
  return typeof name === 'string' && Object.hasOwn(ID_PREFIXES, name);
}

function fieldsOf(document: DocumentNode, type: string): FieldDefinitionNode[] {
  return document.definitions
    .filter(
      (node): node is ObjectType =>
        (node.kind === Kind.OBJECT_TYPE_DEFINITION || node.kind === Kind.OBJECT_TYPE_EXTENSION) &&
        node.name.value === type,
    )
    .flatMap((node) => node.fields ?? []);
}
