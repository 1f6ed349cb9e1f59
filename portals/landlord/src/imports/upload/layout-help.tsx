'use client';

import { List, Text } from '@mantine/core';
import { Section } from '@propertea/ui';
import { useTranslations } from 'next-intl';

/** What a file may look like. */
export function LayoutHelp() {
  const t = useTranslations('imports');
  return (
    <Section title={t('help.title')}>
      <Text size="sm" mb="xs">
        {t('help.what')}
      </Text>
      <List size="sm" spacing={4}>
        <List.Item>
          <b>{t('layouts.UNITS.title')}:</b> {t('layouts.UNITS.what')}
        </List.Item>
        <List.Item>
          <b>{t('layouts.DEVELOPMENTS.title')}:</b> {t('layouts.DEVELOPMENTS.what')}
        </List.Item>
        <List.Item>{t('help.format')}</List.Item>
        <List.Item>{t('help.companies')}</List.Item>
      </List>
    </Section>
  );
}
