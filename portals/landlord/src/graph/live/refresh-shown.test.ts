import { ApolloClient, ApolloLink, gql } from '@apollo/client';
import { Observable } from 'rxjs';
import { eventually } from '@propertea/testkit';
import { makeCache } from '../cache';
import { DEFAULT_OPTIONS } from '../default-options';
import { refreshShown } from './refresh-shown';

const UNITS = gql`
  query Units($first: Int!, $after: String) {
    units(first: $first, after: $after) {
      totalCount
      nodes {
        id
        reference
      }
      pageInfo {
        endCursor
        hasNextPage
      }
    }
  }
`;

interface Unit {
  __typename: 'Unit';
  id: string;
  reference: string;
}

let house: Unit[];
let asked: Record<string, unknown>[];
let isDown: boolean;
let client: ApolloClient;

const unit = (number: number): Unit => ({
  __typename: 'Unit',
  id: String(number),
  reference: `U-${number}`,
});

beforeEach(() => {
  house = Array.from({ length: 240 }, (_, number) => unit(number));
  asked = [];
  isDown = false;
  client = new ApolloClient({
    cache: makeCache(),
    defaultOptions: DEFAULT_OPTIONS,
    link: new ApolloLink(
      ({ variables }) =>
        new Observable((observer) => {
          asked.push(variables);
          observer.next(
            isDown ? { data: { units: null }, errors: [{ message: 'down' }] } : page(variables),
          );
          observer.complete();
        }),
    ),
  });
});

function page(variables: Record<string, unknown>) {
  const from = variables['after'] ? Number(variables['after']) : 0;
  const to = Math.min(from + Number(variables['first']), house.length);
  return {
    data: {
      units: {
        __typename: 'UnitConnection',
        totalCount: house.length,
        nodes: house.slice(from, to),
        pageInfo: {
          __typename: 'PageInfo',
          endCursor: String(to),
          hasNextPage: to < house.length,
        },
      },
    },
  };
}

/** A page that shows units; returns what it shows, and all lengths that its list has had. */
async function show() {
  const observable = client.watchQuery({ query: UNITS, variables: { first: 25 } });
  const lengths: number[] = [];
  const references = () =>
    ((observable.getCurrentResult().data as any)?.units?.nodes as Unit[] | undefined)?.map(
      ({ reference }) => reference,
    ) ?? [];
  observable.subscribe(() => lengths.push(references().length));
  await eventually(references, (all) => all.length > 0);
  return {
    references,
    lengths,
    async more() {
      const has = references().length;
      await observable.fetchMore({ variables: { after: String(has) } });
      await eventually(references, (all) => all.length > has);
    },
  };
}

const refresh = () =>
  refreshShown(client, [{ query: UNITS, list: ({ units }) => units }], (cache) =>
    cache.evict({ id: 'ROOT_QUERY', fieldName: 'units' }),
  );

it('shows what came, went and moved, without ever being shorter in between', async () => {
  const shown = await show();
  for (let pages = 1; pages < 6; pages++) await shown.more();
  expect(shown.references()).toHaveLength(150);
  asked = [];
  shown.lengths.length = 0;
  house.unshift({ ...unit(999), reference: 'NEW' });
  house.splice(3, 1);
  await refresh();
  await eventually(shown.references, (all) => all[0] === 'NEW');
  expect(shown.references().slice(0, 4)).toEqual(['NEW', 'U-0', 'U-1', 'U-3']);
  expect(asked.map(({ first, after }) => [first, after])).toEqual([
    [100, undefined],
    [50, '100'],
  ]);
  expect(new Set(shown.lengths)).toEqual(new Set([150]));
  expect(shown.references()).toHaveLength(150);
  await shown.more();
  expect(shown.references()).toHaveLength(175);
});

it('keeps the row that was the last one, and all rows of a whole list', async () => {
  const shown = await show();
  house.unshift(unit(901), unit(902));
  await refresh();
  await eventually(shown.references, (all) => all.length === 30);
  expect(shown.references()).toContain('U-24');

  house = house.slice(0, 30);
  await refresh();
  house.unshift(unit(903));
  await refresh();
  await eventually(shown.references, (all) => all.length === 31);
});

it('leaves everything as it is when an answer does not come whole', async () => {
  const shown = await show();
  isDown = true;
  await expect(refresh()).rejects.toThrow('down');
  expect(shown.references()).toHaveLength(25);
});

it('asks for nothing that is not shown', async () => {
  await refresh();
  expect(asked).toEqual([]);
});
