import { parse, visit } from 'graphql';
import { interfaceOf, objectOf, named } from './model.js';
import type { FieldModel, Model } from './model.js';
import { entitiesOf } from '../support/graph.js';
import type { Told, Trial } from './scene.js';

/** Something that the stock gateway answers otherwise than it should. */
export interface OracleDefect {
  readonly name: string;
  /** What the specification, of GraphQL or of federation, says instead. */
  readonly specification: string;
  /** Whether a trial in which the oracle differs has what brings this defect about. */
  explains(trial: Trial, difference: string): boolean;
}

/**
 * The first that explains a difference is counted for it. Where the specification knows the answer, ours
 * has been found equal to it before anybody looks here.
 */
export const ORACLE_DEFECTS: readonly OracleDefect[] = [
  {
    name: 'errors of entities stand at the wrong index where some of a list were not asked for',
    specification: 'An error of an entity stands at each of its places (GraphQL 7.1.2, Errors).',
    explains: ({ ours }, difference) =>
      difference.startsWith('their error is not ours') &&
      (ours.errors ?? []).some(
        ({ path, message }) =>
          withoutIndexes(difference) === withoutIndexes(`${JSON.stringify(path)} ${message}`),
      ),
  },
  {
    name: 'a variable called representations is refused, or taken for the representations',
    specification: 'A variable may have any name (GraphQL 2.11, Variables).',
    explains: ({ operation }) => operation.source.includes('$representations'),
  },
  {
    name: 'an alias that is the name of another field takes the place of that field',
    specification: 'The response key of a field is its alias (GraphQL 2.8, Field Alias).',
    explains: ({ operation, model }) =>
      aliasesOf(operation.source).some((alias) => fieldNames(model).has(alias)),
  },
  {
    name: 'a field that is asked for and required with other arguments is fetched once, with either',
    specification: 'Each field is executed with its own arguments (GraphQL 6.4, Executing Fields).',
    explains: ({ operation, model }) =>
      requiredWithArguments(model).some((field) =>
        new RegExp(`\\b${field}\\b`).test(operation.source),
      ),
  },
  {
    name: 'two fields that require one field with different arguments get it with those of one of them',
    specification: 'Each field is executed with its own arguments (GraphQL 6.4, Executing Fields).',
    explains: ({ model }) => requiredWithArguments(model).length > 0,
  },
  {
    name: 'fragments of one kind are put together, so that fields change places',
    specification:
      'Fields are collected in the order in which they come (GraphQL 6.3.2, CollectFields).',
    explains: (_, difference) =>
      difference === 'keys in another order' || difference === 'writes in another order',
  },
  {
    name: 'lists in lists of which two subgraphs know a part are not united',
    specification:
      'All that is selected of a value is in the response (GraphQL 6.4.4, Completing Values).',
    explains: ({ model, operation }) =>
      nestedLists(model).some((field) => new RegExp(`\\b${field}\\b`).test(operation.source)),
  },
  {
    name: 'inside an interface that a subgraph knows as an object, types are lost or nothing is planned',
    specification:
      'Fields of an interface object are fields of each type of the interface (federation).',
    explains: ({ model, oracle }) =>
      interfaceOf(model, 'Thing') !== undefined &&
      (/edge from Thing|Cannot add/.test(oracle.thrown ?? '') ||
        JSON.stringify(oracle.requests).includes('Thing')),
  },
  {
    name: 'what is skipped takes what is fetched with it along',
    specification:
      'A directive says something of its own field only (GraphQL 3.13, @skip and @include).',
    explains: ({ operation }) => /@skip|@include/.test(operation.source),
  },
  {
    name: 'fields in a fragment on an interface are left out where no type was asked for',
    specification:
      'A fragment applies by the type of the object (GraphQL 6.3.2, DoesFragmentTypeApply).',
    explains: ({ operation }) =>
      /\.\.\. ?on (?:Named|Placed|Thing)|fragment \w+ on (?:Named|Placed|Thing)/.test(
        operation.source,
      ),
  },
  {
    name: 'a representation is sent though what it requires could not be fetched',
    specification: 'A field is resolved with what it requires (federation, @requires).',
    explains: ({ trouble, oracle, ours }) => trouble === 'broken' && tellsMore(oracle, ours),
  },
  {
    name: 'no defect: what several subgraphs resolve was asked of another one, which fails or does not',
    specification:
      'Any of the subgraphs that share a field may be asked for it (federation, @shareable).',
    explains: ({ trouble, oracle, ours }) => trouble === 'broken' && asked(oracle) !== asked(ours),
  },
];

const withoutIndexes = (text: string): string =>
  text.replace(/^their error is not ours: /, '').replace(/,\d+(?=[,\]])/g, ',#');

/** The subgraphs that were asked for anything, sorted. */
const asked = ({ requests }: Told): string =>
  [...new Set(requests.map(({ subgraph }) => subgraph))].toSorted().join();

/** Whether one told the subgraphs of something that the other did not. */
function tellsMore(one: Told, other: Told): boolean {
  const told = ({ requests }: Told) =>
    requests.flatMap((request) =>
      entitiesOf(request as any).flatMap(({ representations }) =>
        representations.map(
          (each) => `${request.subgraph} ${JSON.stringify(Object.entries(each).toSorted())}`,
        ),
      ),
    );
  const known = new Set(told(other));
  return told(one).some((representation) => !known.has(representation));
}

function aliasesOf(source: string): string[] {
  const found: string[] = [];
  visit(parse(source), {
    Field({ alias, name }) {
      if (alias && alias.value !== name.value) found.push(alias.value);
    },
  });
  return found;
}

const fieldsOf = (model: Model): FieldModel[] => [
  ...model.objects.flatMap(({ fields }) => fields),
  ...model.interfaces.flatMap(({ object }) => object?.fields ?? []),
];

const fieldNames = (model: Model): Set<string> => new Set(fieldsOf(model).map(({ name }) => name));

/** The names of fields with arguments that some field requires. */
function requiredWithArguments(model: Model): string[] {
  const required = fieldsOf(model)
    .flatMap(({ requires }) => requires ?? [])
    .join(' ');
  const withArgs = fieldsOf(model).filter(({ args }) => args.length > 0);
  return withArgs
    .map(({ name }) => name)
    .filter((name) => new RegExp(`\\b${name}\\b`).test(required));
}

const nestedLists = (model: Model): string[] =>
  fieldsOf(model)
    .filter(({ type }) => type.startsWith('[['))
    .filter(({ type }) => objectOf(model, named(type)) ?? !/^[A-Z][a-z]+$/.test(named(type)))
    .map(({ name }) => name);
