import { CombinedGraphQLErrors } from '@apollo/client/errors';
import type { GraphQLFormattedError } from 'graphql';
import { groupsOf } from './answer';
import { firstOption, foundOptions, neighbour, pagesFor } from './options';
import type { PageOption } from './options';
import { withRecent } from './recent-words';

const Icon: PageOption['Icon'] = () => null;
const page = (title: string): PageOption => ({ href: `/${title}`, title, Icon });
const to = (path: string) => `/org_1${path}`;
const text = {
  seeAll: (name: string) => `all ${name}`,
  isDown: (name: string) => `${name} down`,
};

const company = (id: string) => ({
  __typename: 'Company' as const,
  id,
  name: `Company ${id}`,
  code: id,
});
const answer = {
  companies: {
    __typename: 'CompanyConnection' as const,
    totalCount: 7,
    nodes: ['1', '2'].map(company),
  },
  members: { __typename: 'MemberConnection' as const, totalCount: 0, nodes: [] },
};

const read = (errors: GraphQLFormattedError[] = []) =>
  groupsOf(answer, new CombinedGraphQLErrors({ data: answer, errors }), String);

it('pages are found by the beginning of any of their words, in any case', () => {
  const pages = [page('Audit log'), page('Units'), page('Einstellungen')];
  expect(pagesFor(pages, 'LOG').map(({ title }) => title)).toEqual(['Audit log']);
  expect(pagesFor(pages, 'nit')).toEqual([]);
  expect(pagesFor(pages, '')).toHaveLength(3);
});

it('the list of all is offered where more was found than is shown, with the words in its address', () => {
  const [companies, ...others] = foundOptions(read(), 'a & b', to, text);
  expect(companies?.total).toBe(7);
  expect(companies?.options.at(-1)).toMatchObject({
    kind: 'all',
    title: 'all companies',
    href: '/org_1/companies?q=a%20%26%20b',
  });
  expect(others.map(({ name }) => name)).not.toContain('members');
});

it('a room that is down is one line that tries again; what may not be seen is no line at all', () => {
  const groups = foundOptions(
    read([
      { path: ['units'], message: '', extensions: { code: 'UPSTREAM_UNAVAILABLE' } },
      { path: ['properties'], message: '', extensions: { code: 'FORBIDDEN' } },
    ]),
    'a',
    to,
    text,
  );
  expect(groups.map(({ name }) => name)).toEqual(['companies', 'units']);
  expect(groups[1]?.options).toEqual([{ kind: 'retry', key: 'retry-units', title: 'units down' }]);
});

it('arrow keys go round', () => {
  const groups = foundOptions(read(), 'a', to, text);
  const keys = groups.flatMap(({ options }) => options.map(({ key }) => key));
  expect(neighbour(groups, keys[0], 1)?.key).toBe(keys[1]);
  expect(neighbour(groups, keys.at(-1), 1)?.key).toBe(keys[0]);
  expect(neighbour(groups, keys[0], -1)?.key).toBe(keys.at(-1));
  expect(neighbour(groups, undefined, -1)?.key).toBe(keys.at(-1));
  expect(neighbour([], undefined, 1)).toBeUndefined();
});

it('Enter takes what was found before it tries again what was not', () => {
  const groups = [
    { name: 'units' as const, options: [{ kind: 'retry' as const, key: 'r', title: 'again' }] },
    ...foundOptions(read(), 'a', to, text).filter(({ name }) => name === 'companies'),
  ];
  expect(firstOption(groups)?.key).toBe('1');
  expect(firstOption(groups.slice(0, 1))?.key).toBe('r');
});

it('recent searches are kept once, newest first, and only a few', () => {
  expect(withRecent(['lake', 'ave'], ' LAKE ')).toEqual(['LAKE', 'ave']);
  expect(withRecent(['lake'], '  ')).toEqual(['lake']);
  expect(withRecent(['1', '2', '3', '4', '5', '6'], '7')).toEqual(['7', '1', '2', '3', '4', '5']);
});
