'use client';

import { Checkbox, Radio, Stack, useMantineColorScheme } from '@mantine/core';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { hasSlashKey, setSlashKey } from '@/shared/slash-key';

const SCHEMES = ['light', 'dark', 'auto'] as const;

/** What this browser keeps for itself; it holds at once. */
export function DeviceForm() {
  const t = useTranslations('settings.preferences');
  const tTheme = useTranslations('shell.theme');
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  const [isSlashOn, setSlashOn] = useState(hasSlashKey);
  return (
    <Stack>
      <Radio.Group
        label={tTheme('title')}
        value={colorScheme}
        onChange={(value) => setColorScheme(SCHEMES.find((one) => one === value) ?? 'auto')}
      >
        <Stack gap="xs" mt="xs">
          {SCHEMES.map((value) => (
            <Radio key={value} value={value} label={tTheme(value)} />
          ))}
        </Stack>
      </Radio.Group>
      <Checkbox
        label={t('slash')}
        description={t('slashWhat')}
        checked={isSlashOn}
        onChange={({ currentTarget }) => {
          setSlashKey(currentTarget.checked);
          setSlashOn(currentTarget.checked);
        }}
      />
    </Stack>
  );
}
