'use client';

import { Alert, Button, Group, Text } from '@mantine/core';
import { IconEye } from '@tabler/icons-react';
import { useFormatter, useTranslations } from 'next-intl';
import { useEffect, useState, useSyncExternalStore } from 'react';
import { failureKind } from '@/graph/failures';
import { useEndViewAsMutation } from '@/session/gql/hooks';
import { useSession } from '@/session/session-provider';
import type { CurrentViewAs } from '@/session/session-provider';
import { noViewAsCookie } from '@/session/view-as-cookie';
import { viewAsIsOver, viewAsOver } from '@/session/view-as-over';
import { useFailureText } from '@/shared/failure/use-failure-text';
import { useGrantText } from '@/shared/grants/use-grant-text';
import { notify } from './notify';
import classes from './shell.module.css';

/** Says with whose eyes the portal is seen, and ends it. */
export function ViewAsBanner() {
  const { viewAs } = useSession();
  return viewAs && <Banner viewAs={viewAs} />;
}

function Banner({ viewAs }: { viewAs: CurrentViewAs }) {
  const t = useTranslations('members.viewAs');
  const format = useFormatter();
  const grantText = useGrantText();
  const failureText = useFailureText();
  const { organization } = useSession();
  const [end] = useEndViewAsMutation();
  const [isEnding, setEnding] = useState(false);
  const isOver = useSyncExternalStore(viewAsOver.subscribe, viewAsOver.isOver, () => false);
  useEffect(() => {
    const timer = setTimeout(viewAsIsOver, Date.parse(viewAs.expiresAt) - Date.now());
    return () => clearTimeout(timer);
  }, [viewAs.expiresAt]);

  const goOn = () => {
    // oxlint-disable-next-line unicorn/no-document-cookie -- the Cookie Store API is not in every browser
    document.cookie = noViewAsCookie(organization.id);
    window.location.reload();
  };
  const stop = async () => {
    setEnding(true);
    try {
      await end({ variables: { input: { viewAsId: viewAs.id } } });
      goOn();
    } catch (failure) {
      // What is over already needs no end.
      if (failureKind(failure) === 'notFound') return goOn();
      await notify({ message: failureText(failure), isFailure: true });
    }
    setEnding(false);
  };
  const name = viewAs.member?.user?.name ?? t('somebody');
  return (
    <Alert
      className={classes.eyes}
      color="yellow"
      variant="filled"
      autoContrast
      role="status"
      icon={<IconEye aria-hidden />}
      mb="md"
      p="xs"
    >
      <Group justify="space-between" gap="xs">
        <Text size="sm" component="div" flex={1} miw="14rem">
          <strong style={{ display: 'block' }}>
            {isOver ? t('over.title') : t('banner', { name })}
          </strong>
          {isOver
            ? t('over.what')
            : t('bannerWhat', {
                roles: viewAs.grants.map((grant) => grantText(grant)).join('; ') || t('nothing'),
                until: format.dateTime(new Date(viewAs.expiresAt), { timeStyle: 'short' }),
              })}
        </Text>
        <Button
          size="xs"
          variant="default"
          loading={isEnding}
          onClick={() => (isOver ? goOn() : void stop())}
        >
          {isOver ? t('over.goOn') : t('end')}
        </Button>
      </Group>
    </Alert>
  );
}
