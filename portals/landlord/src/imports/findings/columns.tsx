'use client';

import { Code, Text } from '@mantine/core';
import type { Column } from '@propertea/ui';
import { useFormatter, useLocale, useTranslations } from 'next-intl';
import type { FindingPageFragment } from '../gql/graphql';
import { SeverityBadge } from '../severity-badge';

type Finding = FindingPageFragment['nodes'][number];

/** The columns of the list of findings. */
export function useFindingColumns(): Column<Finding & { index: number }>[] {
  const t = useTranslations('imports.findings');
  const format = useFormatter();
  return [
    {
      key: 'row',
      title: t('row'),
      isFixed: true,
      isNumber: true,
      render: ({ row }) => (row === null ? t('file') : format.number(row)),
    },
    {
      key: 'severity',
      title: t('severity'),
      render: ({ severity }) => <SeverityBadge severity={severity} />,
    },
    { key: 'column', title: t('column'), render: ({ column }) => column || '—' },
    {
      key: 'value',
      title: t('value'),
      wraps: true,
      render: ({ value }) =>
        value ? <Code style={{ overflowWrap: 'anywhere' }}>{value}</Code> : '—',
    },
    {
      key: 'message',
      title: t('message'),
      wraps: true,
      render: (finding) => <Message of={finding} />,
    },
    {
      key: 'suggestion',
      title: t('suggestion'),
      wraps: true,
      render: ({ suggestion }) => (suggestion ? <span lang="en">{suggestion}</span> : '—'),
    },
  ];
}

/** In the language of the page what kind it is; the room's own words, in English, say the rest. */
function Message({ of }: { of: Finding }) {
  const t = useTranslations('enums.ImportFindingCode');
  const locale = useLocale();
  if (locale === 'en') return of.message;
  return (
    <div>
      {t(of.code)}
      <Text size="xs" c="dimmed" lang="en">
        {of.message}
      </Text>
    </div>
  );
}
