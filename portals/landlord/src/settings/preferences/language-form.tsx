'use client';

import { useApolloClient } from '@apollo/client/react';
import { Anchor, NativeSelect, Stack } from '@mantine/core';
import { useLocale, useTranslations } from 'next-intl';
import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { keepLocale } from '@/i18n/locale-cookie';
import { LOCALES, isLocale } from '@/i18n/locales';
import { useSession } from '@/session/session-provider';
import { ConflictDialog } from '@/shared/forms/conflict-dialog';
import { FormFooter } from '@/shared/forms/form-footer';
import { useCommandForm } from '@/shared/forms/use-command-form';
import { notify } from '@/shell/notify';
import { SettingsDocument } from '../gql/graphql';
import type { OwnFieldsFragment } from '../gql/graphql';
import { useChangePreferencesMutation } from '../gql/hooks';
import { changePreferences } from '../gql/rules';
import { TimeZoneField } from './time-zone-field';
import { currentName, deviceTimeZone } from './time-zones';

/** The language of the portal and the time zone of what it shows; both go with the person. */
export function LanguageForm({ viewer }: { viewer: OwnFieldsFragment }) {
  const t = useTranslations('settings.preferences');
  const tSettings = useTranslations('settings');
  const client = useApolloClient();
  const router = useRouter();
  const shown = useLocale();
  const { organization } = useSession();
  const [change] = useChangePreferencesMutation();
  const [theirs, setTheirs] = useState<OwnFieldsFragment>();
  const reload = async () => {
    const { data } = await client.query({
      query: SettingsDocument,
      variables: { organization: organization.id },
      fetchPolicy: 'network-only',
    });
    setTheirs(data?.viewer ?? undefined);
  };
  const command = useCommandForm<{ locale: string; timeZone: string }>({
    rules: changePreferences,
    // The language that is shown may be the browser's own; saving makes it the person's.
    initial: { locale: shown, timeZone: viewer.timeZone },
    async send(values) {
      const { data } = await change({
        variables: { input: { ...values, version: viewer.version } },
      });
      return data?.changePreferences?.errors;
    },
    onConflict: () => void reload(),
    onDone() {
      const { locale } = command.form.getValues();
      if (isLocale(locale)) keepLocale(locale);
      if (locale === shown) void notify({ message: tSettings('saved') });
      router.refresh();
    },
  });
  const { form } = command;
  const mine = form.getValues();
  const device = deviceTimeZone();
  return (
    <form onSubmit={command.submit} noValidate>
      <Stack>
        <NativeSelect
          label={t('language')}
          data={Object.entries(LOCALES).map(([value, label]) => ({ value, label }))}
          {...form.getInputProps('locale')}
          key={form.key('locale')}
        />
        <TimeZoneField
          label={t('timeZone')}
          description={t('timeZoneWhat')}
          {...form.getInputProps('timeZone')}
          key={form.key('timeZone')}
        />
        {device !== currentName(mine.timeZone) && (
          <Anchor
            component="button"
            type="button"
            size="sm"
            ta="start"
            py={4}
            onClick={() => form.setFieldValue('timeZone', device)}
          >
            {t('deviceTimeZone', { timeZone: device.replaceAll('_', ' ') })}
          </Anchor>
        )}
        <FormFooter
          failure={command.failure}
          isSending={command.isSending}
          submit={tSettings('save')}
        />
      </Stack>
      {theirs && (
        <ConflictDialog
          isOpen
          fields={[
            {
              path: 'locale',
              label: t('language'),
              mine: languageName(mine.locale),
              theirs: languageName(theirs.locale),
            },
            {
              path: 'timeZone',
              label: t('timeZone'),
              mine: mine.timeZone,
              theirs: theirs.timeZone,
            },
          ]}
          isBusy={command.isSending}
          onKeepMine={() => {
            setTheirs(undefined);
            command.submit();
          }}
          onTakeTheirs={() => {
            form.setValues({ locale: theirs.locale, timeZone: theirs.timeZone });
            setTheirs(undefined);
          }}
          onClose={() => setTheirs(undefined)}
        />
      )}
    </form>
  );
}

function languageName(locale: string): string {
  return isLocale(locale) ? LOCALES[locale] : locale;
}
