'use client';

import { Alert, Anchor, Button, Card, Group, Progress, Stack, Text } from '@mantine/core';
import { UiLink, useUiTexts } from '@propertea/ui';
import { useFormatter, useTranslations } from 'next-intl';
import { useEffect } from 'react';
import { useTo } from '@/session/session-provider';
import { Warning } from '../warning';
import { useFileSize } from '../file-size';
import { MAX_FILE_BYTES } from './check-file';
import { DropZone } from './drop-zone';
import type { Upload, Uploading } from './use-upload';

/** The file on its way: what is sent, what went wrong, what can be done. */
export function UploadCard({ upload, choose, retry, cancel }: Uploading) {
  const isSending = upload.kind === 'sending' || upload.kind === 'stored';
  useLeaveWarning(upload.kind === 'sending');
  return (
    <Card withBorder padding="md" mb="md">
      <Stack>
        {upload.kind === 'refused' && <Refusal of={upload} retry={retry} />}
        {upload.kind === 'stopped' && <Stopped of={upload} retry={retry} />}
        {isSending ? <Sending of={upload} cancel={cancel} /> : <DropZone onFiles={choose} />}
      </Stack>
    </Card>
  );
}

function Sending({
  of,
  cancel,
}: {
  of: Extract<Upload, { kind: 'sending' | 'stored' }>;
  cancel: () => void;
}) {
  const t = useTranslations('imports.upload');
  const texts = useUiTexts();
  const format = useFormatter();
  const fileSize = useFileSize();
  const share = of.kind === 'stored' ? 1 : of.share;
  const percent = Math.floor(share * 100);
  return (
    <Stack gap="xs">
      <Text style={{ overflowWrap: 'anywhere' }}>
        <b>{of.file.name}</b> · {fileSize(of.file.size)}
      </Text>
      <Progress.Root size="lg">
        <Progress.Section value={percent} aria-label={t('progress', { fileName: of.file.name })} />
      </Progress.Root>
      <Group justify="space-between">
        <Text size="sm" role="status">
          {share < 1
            ? t('sending', { share: format.number(share, { style: 'percent' }) })
            : t('looking')}
        </Text>
        {of.kind === 'sending' && (
          <Button variant="default" onClick={cancel}>
            {texts.cancel}
          </Button>
        )}
      </Group>
    </Stack>
  );
}

function Stopped({ of, retry }: { of: Extract<Upload, { kind: 'stopped' }>; retry: () => void }) {
  const t = useTranslations('imports.upload');
  const texts = useUiTexts();
  return (
    <Warning title={t('stopped')}>
      <Stack gap="xs" align="flex-start">
        <Text size="sm" style={{ overflowWrap: 'anywhere' }}>
          {of.file.name}
        </Text>
        <Button size="xs" variant="default" onClick={retry}>
          {texts.retry}
        </Button>
      </Stack>
    </Warning>
  );
}

function Refusal({ of, retry }: { of: Extract<Upload, { kind: 'refused' }>; retry: () => void }) {
  const t = useTranslations('imports.refusals');
  const tUpload = useTranslations('imports.upload');
  const texts = useUiTexts();
  const fileSize = useFileSize();
  const to = useTo();
  const known = `${of.reason}.title` as Parameters<typeof t.has>[0];
  const key = (t.has(known) ? of.reason : 'unknown') as 'unknown';
  const isQuota = of.reason === 'TOO_MANY_UPLOADS' || of.reason === 'UPLOADS_TOO_LARGE';
  return (
    <Alert
      color="red"
      variant="light"
      role="alert"
      title={t(`${key}.title`)}
      styles={{ title: { color: 'var(--mantine-color-error)' } }}
    >
      <Stack gap="xs" align="flex-start">
        {of.file && (
          <Text size="sm" fw={600} style={{ overflowWrap: 'anywhere' }}>
            {of.file.name} · {fileSize(of.file.size)}
          </Text>
        )}
        <Text size="sm">{t(`${key}.what`, { limit: fileSize(MAX_FILE_BYTES) })}</Text>
        {of.detail && (
          <Text size="sm" c="dimmed" lang="en">
            {of.detail}
          </Text>
        )}
        <Group gap="xs">
          {of.canRetry && (
            <Button size="xs" variant="default" onClick={retry}>
              {texts.retry}
            </Button>
          )}
          {isQuota && (
            <Anchor component={UiLink} href={to('/imports?state=UPLOADED')} size="sm">
              {tUpload('toList')}
            </Anchor>
          )}
        </Group>
      </Stack>
    </Alert>
  );
}

/** The browser asks before a page is left that is still sending. */
function useLeaveWarning(isOn: boolean): void {
  useEffect(() => {
    if (!isOn) return undefined;
    const warn = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener('beforeunload', warn);
    return () => window.removeEventListener('beforeunload', warn);
  }, [isOn]);
}
