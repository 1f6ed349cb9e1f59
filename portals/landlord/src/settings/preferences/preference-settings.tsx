'use client';

import { Stack } from '@mantine/core';
import { Section } from '@propertea/ui';
import { useTranslations } from 'next-intl';
import { useSession } from '@/session/session-provider';
import type { OwnFieldsFragment } from '../gql/graphql';
import { DeviceForm } from './device-form';
import { LanguageForm } from './language-form';

/** Language and time zone, which go with the person, and what is set for this browser alone. */
export default function PreferenceSettings({ viewer }: { viewer: OwnFieldsFragment }) {
  const t = useTranslations('settings.preferences');
  const { rights } = useSession();
  return (
    <Stack>
      {!rights.isReadOnly && (
        <Section title={t('everywhere')}>
          <LanguageForm viewer={viewer} />
        </Section>
      )}
      <Section title={t('here')}>
        <DeviceForm />
      </Section>
    </Stack>
  );
}
