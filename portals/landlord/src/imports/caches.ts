import type { ApolloCache } from '@apollo/client';

/** What the cache knows of imports themselves: an import does not change it. */
const KEPT = new Set(['__typename', 'import', 'imports', 'importLayouts', 'viewer', 'members']);
const PORTFOLIO = /^(Organization|Company|Property|Building|Unit):/;

/** Forgets the lists of imports: one was added, discarded, or has come further. */
export function forgetImportLists(cache: ApolloCache): void {
  cache.evict({ id: 'ROOT_QUERY', fieldName: 'imports' });
}

/** Forgets what a run said of the rows, since another run has begun or ended. */
export function forgetFindings(cache: ApolloCache, importId: string): void {
  const id = cache.identify({ __typename: 'Import', id: importId });
  if (id) cache.evict({ id, fieldName: 'rows' });
}

/** Forgets every list, count and object of the portfolio: an import may have added to any of them. */
export function forgetPortfolio(cache: ApolloCache): void {
  const known = cache.extract() as Record<string, object | undefined>;
  for (const id of Object.keys(known)) if (PORTFOLIO.test(id)) cache.evict({ id });
  const fields = Object.keys(known['ROOT_QUERY'] ?? {}).map((key) => key.split(/[(:]/)[0] ?? key);
  for (const fieldName of new Set(fields)) {
    if (!KEPT.has(fieldName)) cache.evict({ id: 'ROOT_QUERY', fieldName });
  }
  cache.gc();
}
