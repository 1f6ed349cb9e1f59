import { parseAsStringLiteral } from 'nuqs/server';

export const COMPANY_TABS = ['overview', 'properties', 'history'] as const;

/** What the page of a company keeps in its address. */
export const companyAddress = { tab: parseAsStringLiteral(COMPANY_TABS).withDefault('overview') };
