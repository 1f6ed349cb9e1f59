import 'server-only';
import type { TypedDocumentNode } from '@apollo/client';
import { ask, viewAsOf } from './ask';

/** A query's first answer, read while the page is made, for `useSeed` of the same query. */
export interface Preloaded<Data, Variables> {
  variables: Variables;
  /** The view as another member with which it was asked for. */
  viewAs: string | null;
  data: Data | null;
}

/** An answer with errors is left out: the page asks again and shows what is wrong where it is wrong. */
export async function preload<Data, Variables>(
  organization: string,
  document: TypedDocumentNode<Data, Variables>,
  variables: Variables,
): Promise<Preloaded<Data, Variables>> {
  const [{ data, errors }, viewAs] = await Promise.all([
    ask(organization, document, variables),
    viewAsOf(),
  ]);
  return { variables, viewAs, data: errors.length > 0 ? null : data };
}
