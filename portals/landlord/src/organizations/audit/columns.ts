'use client';

import type { Column } from '@propertea/ui';
import { useTranslations } from 'next-intl';
import { useActionName } from '@/shared/history/action-name';
import { KINDS } from './address';
import type { AuditLogQuery } from '../gql/graphql';

export type AuditRow = NonNullable<AuditLogQuery['auditLog']>['nodes'][number];

/** A kind of object as people call it; its own name where no other is known. */
export function useKindName(): (kind: string) => string {
  const t = useTranslations('audit.kinds');
  return (kind) => {
    const known = KINDS.find((one) => one === kind);
    return known ? t(known) : kind;
  };
}

/** An entry as a row of CSV: for other programs, so that times and values stay as they are kept. */
export function useAuditColumns(): Column<AuditRow>[] {
  const t = useTranslations('audit.columns');
  const kindName = useKindName();
  const actionName = useActionName();
  const column = (
    key: Parameters<typeof t>[0],
    text: (row: AuditRow) => string | null | undefined,
  ): Column<AuditRow> => ({ key, title: t(key), render: text, text });
  return [
    column('at', ({ at }) => at),
    column('actor', ({ actor }) => actor?.name),
    column('kind', ({ aggregateType }) => kindName(aggregateType)),
    column('object', ({ aggregateId }) => aggregateId),
    column('action', ({ action }) => actionName(action)),
    column('before', ({ before }) => before && JSON.stringify(before)),
    column('after', ({ after }) => after && JSON.stringify(after)),
    column('reason', ({ reason }) => reason),
    column('requestId', ({ requestId }) => requestId),
  ];
}
