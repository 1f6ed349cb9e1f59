'use client';

import { useApolloClient } from '@apollo/client/react';
import { Button, Group, Stack, Text } from '@mantine/core';
import { IconDownload } from '@tabler/icons-react';
import { Facts, download } from '@propertea/ui';
import { useFormatter, useTranslations } from 'next-intl';
import { useEffect, useRef, useState } from 'react';
import { LOCALES, isLocale } from '@/i18n/locales';
import { Failure } from '@/shared/failure/failure';
import { MyDataDocument } from '../gql/graphql';
import type { MyDataQuery } from '../gql/graphql';
import { COUNTED, countsOf, isWhole, ownDataFile } from './own-data';

type Viewer = NonNullable<MyDataQuery['viewer']>;

/** Gathers what every room keeps about the person, sums it up and hands it out as one file. */
export function MyData() {
  const t = useTranslations('settings.privacy.data');
  const client = useApolloClient();
  const [isGathering, setGathering] = useState(false);
  const [viewer, setViewer] = useState<Viewer>();
  const [failure, setFailure] = useState<unknown>();
  const gather = async () => {
    setGathering(true);
    setFailure(undefined);
    try {
      const { data, error } = await client.query({
        query: MyDataDocument,
        fetchPolicy: 'no-cache',
      });
      if (isWhole(data?.viewer)) setViewer(data.viewer);
      else setFailure(error ?? new Error('No answer'));
    } catch (problem) {
      setFailure(problem);
    } finally {
      setGathering(false);
    }
  };
  return (
    <Stack align="flex-start">
      <Text>{t('what')}</Text>
      {failure !== undefined && <Failure failure={failure} retry={() => void gather()} />}
      {viewer ? (
        <Summary viewer={viewer} />
      ) : (
        <Button variant="default" loading={isGathering} onClick={() => void gather()}>
          {t('gather')}
        </Button>
      )}
    </Stack>
  );
}

function Summary({ viewer }: { viewer: Viewer }) {
  const t = useTranslations('settings.privacy.data');
  const tPreferences = useTranslations('settings.preferences');
  const tProfile = useTranslations('settings.profile');
  const format = useFormatter();
  const counts = countsOf(viewer);
  const next = useRef<HTMLButtonElement>(null);
  // Whoever pressed the button that was here goes on with this one.
  useEffect(() => next.current?.focus(), []);
  const keep = () => {
    const file = ownDataFile(viewer, new Date());
    download(file.name, file.text, 'application/json');
  };
  return (
    <Stack gap="md" w="100%" role="region" aria-label={t('summary')}>
      <Facts
        facts={[
          [tProfile('name'), viewer.name],
          [tProfile('email'), viewer.email],
          [
            tPreferences('language'),
            isLocale(viewer.locale) ? LOCALES[viewer.locale] : viewer.locale,
          ],
          [tPreferences('timeZone'), viewer.timeZone],
          [
            t('since'),
            format.dateTime(new Date(viewer.createdAt), { dateStyle: 'long', timeStyle: 'short' }),
          ],
          ...COUNTED.map((kind) => [t(`kinds.${kind}`), format.number(counts[kind])] as const),
        ]}
      />
      <Group>
        <Button leftSection={<IconDownload size={16} aria-hidden />} onClick={keep} ref={next}>
          {t('download')}
        </Button>
      </Group>
      <Text size="sm" c="dimmed">
        {t('format')}
      </Text>
    </Stack>
  );
}
