import type { ApolloCache, ApolloClient, DocumentNode, ObservableQuery } from '@apollo/client';

interface Connection {
  nodes: readonly unknown[];
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

async function wholeList(
  client: ApolloClient,
  query: DocumentNode,
  observable: ObservableQuery,
  list: NonNullable<Shown['list']>,
): Promise<Data> {
  const variables = observable.variables as Variables;
  const rowsNow = () => list(observable.getCurrentResult().data ?? {})?.nodes.length ?? 0;
  const pageOf = (has: number, after?: string | null) => {
    const { first } = variables;
    const wanted = Math.min(Math.max(first ?? 0, rowsNow() - has), MOST_ROWS);
    return ask(client, query, {
      ...variables,
      ...(first && { first: wanted }),
      ...(after && { after }),
    });
  };
  const data = structuredClone(await pageOf(0));
  const whole = list(data);
  for (let pages = 1; whole?.pageInfo.hasNextPage && pages < MOST_PAGES; pages++) {
    const has = whole.nodes.length;
    if (has >= rowsNow()) break;
    const next = list(await pageOf(has, whole.pageInfo.endCursor));
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
