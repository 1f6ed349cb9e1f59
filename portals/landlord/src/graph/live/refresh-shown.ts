import type { ApolloCache, ApolloClient, DocumentNode, ObservableQuery } from '@apollo/client';

interface Row {
  id: string;
}

interface Connection {
  nodes: readonly Row[];
  pageInfo: { endCursor?: string | null; hasNextPage: boolean };
}

/** A query of a page, and where in its answer the list is that grows, if there is one. */
export interface Shown {
  query: DocumentNode;
  // oxlint-disable-next-line typescript/no-explicit-any -- the answer of whichever query it is
  list?: (data: any) => Connection | null | undefined;
}

type Data = Record<string, unknown>;
type Variables = Record<string, unknown> & { first?: number };

const MOST_ROWS = 100;
const MOST_PAGES = 20;
/** So many rows that came above may push the last one down, and it is still shown. */
const PUSHED_DOWN = 5;

/**
 * Asks again for what the page shows of these queries, and puts whole answers into the cache in one step: lists
 * stay as long as they were. `forget` first takes out of the cache what is shown elsewhere.
 * @throws Error when an answer did not come, or came in part; then nothing changes
 */
export async function refreshShown(
  client: ApolloClient,
  shown: readonly Shown[],
  forget?: (cache: ApolloCache) => void,
): Promise<void> {
  const active = [...client.getObservableQueries('active')].flatMap((observable) => {
    const one = shown.find(({ query }) => query === observable.options.query);
    return one ? [{ ...one, observable }] : [];
  });
  const answers = await Promise.all(
    active.map(async ({ query, list, observable }) => ({
      query,
      variables: observable.variables as Variables,
      data: list
        ? await wholeList(client, query, observable, list)
        : await ask(client, query, observable.variables as Variables),
    })),
  );
  client.cache.batch({
    update(cache) {
      forget?.(cache);
      for (const answer of answers) cache.writeQuery(answer);
    },
  });
}

/** A list as long as it is shown now: whole where it was whole, else down to the row that is its last one. */
async function wholeList(
  client: ApolloClient,
  query: DocumentNode,
  observable: ObservableQuery,
  list: NonNullable<Shown['list']>,
): Promise<Data> {
  const variables = observable.variables as Variables;
  const { first } = variables;
  const now = () => list(observable.getCurrentResult().data ?? {});
  const missing = (rows: readonly Row[]): number => {
    const before = now();
    if (!before) return 0;
    if (before.nodes.length > rows.length) return before.nodes.length - rows.length;
    if (!before.pageInfo.hasNextPage) return MOST_ROWS;
    const last = before.nodes.at(-1)?.id;
    const isThere = rows.some(({ id }) => id === last);
    return isThere || rows.length >= before.nodes.length + PUSHED_DOWN ? 0 : PUSHED_DOWN;
  };
  const pageOf = (rows: number, after?: string | null) =>
    ask(client, query, {
      ...variables,
      ...(first && { first: Math.min(rows, MOST_ROWS) }),
      ...(after && { after }),
    });
  const data = structuredClone(await pageOf(Math.max(first ?? 0, now()?.nodes.length ?? 0)));
  const whole = list(data);
  for (let pages = 1; whole?.pageInfo.hasNextPage && pages < MOST_PAGES; pages++) {
    const rows = missing(whole.nodes);
    if (rows === 0) break;
    const next = list(await pageOf(rows, whole.pageInfo.endCursor));
    if (!next) break;
    Object.assign(whole, { nodes: [...whole.nodes, ...next.nodes], pageInfo: next.pageInfo });
  }
  return data;
}

async function ask(client: ApolloClient, query: DocumentNode, variables: Variables): Promise<Data> {
  const { data, error } = await client.query({
    query,
    variables,
    fetchPolicy: 'no-cache',
  });
  if (error ?? !data) throw error ?? new Error('No answer');
  return data as Data;
}
