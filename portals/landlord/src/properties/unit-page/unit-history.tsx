'use client';

import { useTranslations } from 'next-intl';
import { HistoryList } from '@/shared/history/history-list';
import type { HistoryEntry } from '@/shared/history/history-list';
import { usePages } from '@/shared/list/use-pages';
import { useUnitHistoryQuery } from '../gql/hooks';
import { buildingText } from '../unit-place/address-text';
import { uuidOf } from './uuid-of';

/** Who changed what of a unit, and when; buildings by their names. */
export default function UnitHistory({ id }: { id: string }) {
  const t = useTranslations('units.page');
  const query = useUnitHistoryQuery({ variables: { id }, fetchPolicy: 'cache-and-network' });
  const pages = usePages(query, ({ unit }) => unit?.history);
  const { unit } = query.data ?? query.previousData ?? {};
  const names = new Map(
    unit?.property.buildings.nodes.map((one) => [uuidOf(one.id), buildingText(one)]),
  );
  const readable = (fields: HistoryEntry['before']) =>
    typeof fields?.['buildingId'] === 'string'
      ? { ...fields, buildingId: names.get(fields['buildingId']) ?? t('otherBuilding') }
      : fields;
  const rows = pages.rows.map((entry) => ({
    ...entry,
    before: readable(entry.before),
    after: readable(entry.after),
  }));
  return <HistoryList pages={{ ...pages, rows }} />;
}
