'use client';

import { Select } from '@mantine/core';
import { useTranslations } from 'next-intl';
import { useMemo, useState } from 'react';
import { currentName, timeZones } from './time-zones';

/** A time zone by its IANA name; the list of all is made when it is opened first. */
export function TimeZoneField(props: {
  label: string;
  description: string;
  value?: string;
  onChange?: (value: string) => void;
  error?: React.ReactNode;
}) {
  const t = useTranslations('settings.preferences');
  const { value: given = '', onChange, ...rest } = props;
  const value = currentName(given);
  const [isWanted, setWanted] = useState(false);
  const data = useMemo(
    () => (isWanted ? timeZones([value]) : [{ value, label: value.replaceAll('_', ' ') }]),
    [isWanted, value],
  );
  return (
    <Select
      {...rest}
      data={data}
      value={value}
      onChange={(chosen) => chosen && onChange?.(chosen)}
      onFocus={() => setWanted(true)}
      searchable
      allowDeselect={false}
      selectFirstOptionOnChange
      autoComplete="off"
      // The list itself scrolls, so that keys reach all of it.
      withScrollArea={false}
      styles={{ options: { maxHeight: '16rem', overflowY: 'auto' } }}
      nothingFoundMessage={t('noTimeZone')}
    />
  );
}
