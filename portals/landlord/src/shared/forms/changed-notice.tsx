'use client';

import { Alert, Button, Group, Text } from '@mantine/core';
import { useTranslations } from 'next-intl';
import classes from './changed-notice.module.css';

/**
 * In a form over something that somebody else has changed since it was opened. What was typed stays, and so
 * does everything in its place: at the end of a dialog, or `isFloating` before a page's form, nothing moves
 * under a finger that is on its way to a button.
 */
export function ChangedNotice(props: {
  isShown: boolean;
  isFloating?: boolean;
  onReload: () => void;
}) {
  const t = useTranslations('forms.changed');
  return (
    <div role="status" className={props.isFloating ? classes.floating : undefined}>
      {props.isShown && (
        <Alert color="yellow" variant="light" className={classes.notice}>
          <Group justify="space-between" gap="xs">
            <Text size="sm" component="div" flex={1} miw="12rem">
              <strong style={{ display: 'block' }}>{t('title')}</strong>
              {t('what')}
            </Text>
            <Button size="xs" variant="default" onClick={props.onReload}>
              {t('reload')}
            </Button>
          </Group>
        </Alert>
      )}
    </div>
  );
}
