import 'server-only';
import type { TypedDocumentNode } from '@apollo/client';
import { ask } from './ask';

/** A query's first answer, read while the page is made, for `useSeed` of the same query. */
export interface Preloaded<Data, Variables> {
  variables: Variables;
  data: Data | null;
}

/** An answer with errors is left out: the page asks again and shows what is wrong where it is wrong. */
export async function preload<Data, Variables>(
  organization: string,
  document: TypedDocumentNode<Data, Variables>,
  variables: Variables,
): Promise<Preloaded<Data, Variables>> {
  const { data, errors } = await ask(organization, document, variables);
  return { variables, data: errors.length > 0 ? null : data };
}
