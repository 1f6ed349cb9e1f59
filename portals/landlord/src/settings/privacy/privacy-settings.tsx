'use client';

import { Button, List, Stack, Text } from '@mantine/core';
import { Section } from '@propertea/ui';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { useSession } from '@/session/session-provider';
import { dialogOnDemand } from '@/shared/dialog/dialog-on-demand';
import { MyData } from './my-data';

const LeaveDialog = dialogOnDemand(() => import('./leave-dialog'));
const EraseDialog = dialogOnDemand(() => import('./erase-dialog'));

/** What is kept about a person: to take with them, and to have erased. */
export default function PrivacySettings() {
  const t = useTranslations('settings.privacy');
  const { rights } = useSession();
  const [asked, setAsked] = useState<'leave' | 'erase'>();
  const close = () => setAsked(undefined);
  return (
    <Stack>
      <Section title={t('data.title')}>
        <MyData />
      </Section>
      {!rights.isReadOnly && (
        <>
          <Section title={t('leave.title')}>
            <Stack align="flex-start">
              <Points of="leave" />
              <Button
                variant="default"
                c="var(--mantine-color-error)"
                onClick={() => setAsked('leave')}
              >
                {t('leave.ask')}
              </Button>
            </Stack>
          </Section>
          <Section title={t('erase.title')}>
            <Stack align="flex-start">
              <Points of="erase" />
              <Button color="red.9" onClick={() => setAsked('erase')}>
                {t('erase.ask')}
              </Button>
            </Stack>
          </Section>
          <LeaveDialog isOpen={asked === 'leave'} onClose={close} />
          <EraseDialog isOpen={asked === 'erase'} onClose={close} />
        </>
      )}
    </Stack>
  );
}

/** What happens, in plain words, before anybody is asked for anything. */
function Points({ of }: { of: 'leave' | 'erase' }) {
  const t = useTranslations(`settings.privacy.${of}`);
  return (
    <Stack gap="xs">
      <Text>{t('what')}</Text>
      <List size="sm" spacing={4}>
        <List.Item>{t('gone')}</List.Item>
        <List.Item>{t('stays')}</List.Item>
        <List.Item>{t('first')}</List.Item>
      </List>
    </Stack>
  );
}
