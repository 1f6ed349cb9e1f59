'use client';

import { List, Stack, Text } from '@mantine/core';
import { Section } from '@propertea/ui';
import { useTranslations } from 'next-intl';
import { useDay } from '@/shared/days/use-days';
import type { LeaseFactsFragment } from '../gql/graphql';

type Checklist = LeaseFactsFragment['moveInChecklist'];

/** When the tenants moved in and out, and what was gone through then. */
export function Moves({ lease }: { lease: LeaseFactsFragment }) {
  const t = useTranslations('leasing.page.moves');
  const day = useDay();
  const { movedInOn, movedOutOn, moveInChecklist, moveOutChecklist } = lease;
  if (!movedInOn && !movedOutOn) return null;
  return (
    <Section title={t('title')}>
      <Stack gap="sm">
        {movedInOn && <Move title={t('in', { date: day(movedInOn) })} list={moveInChecklist} />}
        {movedOutOn && <Move title={t('out', { date: day(movedOutOn) })} list={moveOutChecklist} />}
      </Stack>
    </Section>
  );
}

function Move({ title, list }: { title: string; list: Checklist }) {
  const t = useTranslations('leasing.page.moves');
  return (
    <Stack gap={4}>
      <Text fw={600}>{title}</Text>
      <List size="sm">
        {list?.items.map(({ label, isDone, note }) => (
          <List.Item key={label}>
            {[label, isDone ? t('done') : t('open'), note].filter(Boolean).join(' · ')}
          </List.Item>
        ))}
      </List>
    </Stack>
  );
}
