'use client';

import { Paper, SimpleGrid, Text } from '@mantine/core';
import { useFormatter, useTranslations } from 'next-intl';
import type { ImportFacts } from '../import-types';
import { stageOf } from '../stage';

/** What a run did, or would do, in numbers; accepted, unchanged and rejected are all rows. */
export function Counts({ found }: { found: ImportFacts }) {
  const t = useTranslations('imports.counts');
  const format = useFormatter();
  const when = stageOf(found) === 'imported' ? 'done' : 'would';
  const counts: [string, number][] = [
    [t('rows'), found.rowsTotal ?? 0],
    [t(`${when}.accepted`), found.rowsAccepted],
    [t('unchanged'), found.rowsUnchanged],
    [t(`${when}.rejected`), found.rowsRejected],
    [t(`${when}.properties`), found.propertiesCreated],
    [t(`${when}.buildings`), found.buildingsCreated],
    [t(`${when}.units`), found.unitsCreated],
    [t('corrections'), found.corrections],
  ];
  return (
    <SimpleGrid component="dl" cols={{ base: 2, sm: 4 }} spacing="xs" m={0}>
      {counts.map(([name, count]) => (
        <Paper key={name} withBorder p="xs" style={{ display: 'flex', flexDirection: 'column' }}>
          <Text component="dt" size="sm" c="dimmed">
            {name}
          </Text>
          <Text component="dd" m={0} mt="auto" fz="xl" fw={600}>
            {format.number(count)}
          </Text>
        </Paper>
      ))}
    </SimpleGrid>
  );
}
