import type { ApolloCache } from '@apollo/client';

/** After a property came, went or was changed: whatever lists or counts it is asked for again where it is shown. */
export function forgetPropertyLists(cache: ApolloCache): void {
  forget(cache, ['properties', 'portfolio', 'propertyPoints'], { Company: ['properties'] });
}

/** The same after a building came, went or was changed. */
export function forgetBuildingLists(cache: ApolloCache): void {
  forget(cache, ['buildings', 'portfolio'], { Property: ['buildings'] });
}

function forget(
  cache: ApolloCache,
  lists: readonly string[],
  fields: Readonly<Record<string, readonly string[]>>,
): void {
  // The codes of company, property and building are part of a unit's reference.
  const byType: Readonly<Record<string, readonly string[]>> = { ...fields, Unit: ['reference'] };
  for (const fieldName of lists) cache.evict({ id: 'ROOT_QUERY', fieldName });
  for (const id of Object.keys(cache.extract() as object)) {
    const type = id.slice(0, id.indexOf(':'));
    for (const fieldName of byType[type] ?? []) cache.evict({ id, fieldName });
  }
  cache.gc();
}
