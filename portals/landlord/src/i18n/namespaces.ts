/** The files of messages/<locale>/. */
export const NAMESPACES = [
  'apiClients',
  'audit',
  'buildings',
  'common',
  'companies',
  'dashboard',
  'enums',
  'failures',
  'forms',
  'history',
  'imports',
  'leasing',
  'letting',
  'map',
  'members',
  'properties',
  'search',
  'settings',
  'shell',
  'ui',
  'units',
] as const;

/** Large ones that only the pages of one feature need: their layout brings them (`MoreMessages`). */
export const FEATURE_NAMESPACES = ['apiClients', 'imports', 'leasing'] as const;
export type FeatureNamespace = (typeof FEATURE_NAMESPACES)[number];
