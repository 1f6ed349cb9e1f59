'use client';

import { Alert, Button, Group, List, Stack, Text } from '@mantine/core';
import { Section, UiLink } from '@propertea/ui';
import { useTranslations } from 'next-intl';
import { useTo } from '@/session/session-provider';
import { Findings } from '../findings/findings';
import { Counts } from './counts';
import { RejectedRowsButton } from './rejected-rows';
import type { StepProps } from './wizard-types';

/** What the import brought, what it left out, and where to go from here. */
export function ResultStep({ found }: StepProps) {
  const t = useTranslations('imports.result');
  const to = useTo();
  return (
    <Stack>
      <Alert color="leaf" title={t('title')} role="status">
        {t('what', { properties: found.propertiesCreated, units: found.unitsCreated })}
      </Alert>
      <Counts found={found} />
      <Group>
        <Button component={UiLink} href={to('/properties?sort=-CREATED_AT')}>
          {t('properties')}
        </Button>
        <Button variant="default" component={UiLink} href={to('/units')}>
          {t('units')}
        </Button>
        <Button variant="default" component={UiLink} href={to('/imports')}>
          {t('imports')}
        </Button>
      </Group>
      {found.rejectedRowsUrl && found.rowsRejected > 0 && (
        <Section title={t('rejected.title', { count: found.rowsRejected })} order={3}>
          <Text size="sm">{t('rejected.what')}</Text>
          <List type="ordered" size="sm" my="xs">
            <List.Item>{t('rejected.download')}</List.Item>
            <List.Item>{t('rejected.mend')}</List.Item>
            <List.Item>{t('rejected.again')}</List.Item>
          </List>
          <Group>
            <RejectedRowsButton url={found.rejectedRowsUrl} fileName={found.fileName} />
            <Button variant="default" component={UiLink} href={to('/imports/new')}>
              {t('rejected.upload')}
            </Button>
          </Group>
        </Section>
      )}
      <Findings found={found} />
    </Stack>
  );
}
