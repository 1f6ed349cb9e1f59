import { failureAt } from '@/graph/failures';
import type { SearchQuery } from './gql/graphql';

export const GROUPS = ['companies', 'properties', 'units', 'members'] as const;
export type GroupName = (typeof GROUPS)[number];

/** One thing that was found. */
export interface Found {
  id: string;
  title: string;
  detail: string;
}

/** What was found of one kind. */
export interface FoundGroup {
  name: GroupName;
  total: number;
  found: Found[];
  /** The room that knows of them gave no answer. */
  isDown: boolean;
}

interface Place {
  line1: string;
  city: string;
  postalCode: string;
}

const join = (...parts: (string | undefined)[]) => parts.filter(Boolean).join(' · ');
const addressOf = ({ line1, city, postalCode }: Place) => `${line1}, ${city} ${postalCode}`;

/**
 * The groups of an answer that may have come in part; `categoryOf` names a unit's category. A kind that the
 * person may not see is left out.
 */
export function groupsOf(
  data: Partial<SearchQuery> | undefined,
  failure: unknown,
  categoryOf: (category: NonNullable<SearchQuery['units']>['nodes'][number]['category']) => string,
): FoundGroup[] {
  const found: Record<GroupName, Found[] | undefined> = {
    companies: data?.companies?.nodes.map(({ id, name, code }) => ({
      id,
      title: name,
      detail: code,
    })),
    properties: data?.properties?.nodes.map(({ id, name, code, company, address }) => ({
      id,
      title: name,
      detail: join(company ? `${company.code}-${code}` : code, addressOf(address)),
    })),
    units: data?.units?.nodes.map(({ id, reference, category, address }) => ({
      id,
      title: reference,
      detail: join(categoryOf(category), addressOf(address)),
    })),
    members: data?.members?.nodes.flatMap(({ id, user }) =>
      user ? [{ id, title: user.name, detail: user.email }] : [],
    ),
  };
  return GROUPS.flatMap((name): FoundGroup[] => {
    const rows = found[name];
    if (rows) return [{ name, total: data?.[name]?.totalCount ?? 0, found: rows, isDown: false }];
    const kind = failureAt(failure, name);
    const isHidden = !kind || kind === 'forbidden' || kind === 'notFound';
    return isHidden ? [] : [{ name, total: 0, found: [], isDown: true }];
  });
}
