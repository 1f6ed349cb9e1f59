import { getMessages } from 'next-intl/server';
import { cache } from 'react';
import { FEATURE_NAMESPACES } from './namespaces';

const FEATURES: ReadonlySet<string> = new Set(FEATURE_NAMESPACES);

/** The texts that every page has; one object a request, so that they travel once however often they are given. */
export const baseMessages = cache(async () => {
  const messages = Object.entries(await getMessages());
  return Object.fromEntries(messages.filter(([name]) => !FEATURES.has(name)));
});
