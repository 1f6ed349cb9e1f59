'use client';

import { Button } from '@mantine/core';
import { IconDownload } from '@tabler/icons-react';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { sessionEnded } from '@/session/session-end';
import { useSession } from '@/session/session-provider';
import { useFailureText } from '@/shared/failure/use-failure-text';
import { notify } from '@/shell/notify';
import { doorHeaders } from '../door';

/** Fetches the rejected rows as a file; no plain link, which could not say for which organization. */
export function RejectedRowsButton({ url, fileName }: { url: string; fileName: string }) {
  const t = useTranslations('imports.rejected');
  const failureText = useFailureText();
  const { organization } = useSession();
  const [isBusy, setBusy] = useState(false);
  const save = async () => {
    setBusy(true);
    try {
      keep(await fetchFile(url, organization.id), rejectedName(fileName));
    } catch (failure) {
      void notify({ message: failureText(failure), isFailure: true });
    } finally {
      setBusy(false);
    }
  };
  return (
    <Button
      variant="default"
      leftSection={<IconDownload size={16} aria-hidden />}
      loading={isBusy}
      onClick={() => void save()}
    >
      {t('download')}
    </Button>
  );
}

async function fetchFile(url: string, organizationId: string): Promise<Blob> {
  for (;;) {
    const response = await fetch(url, { headers: doorHeaders(organizationId) });
    if (response.ok) return response.blob();
    // What answers with an error of its own is treated as what does not answer.
    if (response.status !== 401) throw new TypeError(`No file: ${response.status}`);
    await sessionEnded();
  }
}

function rejectedName(fileName: string): string {
  return `${fileName.replace(/\.[^.]*$/, '')}-rejected.csv`;
}

/** As bytes: a text would lose the byte order mark by which spreadsheets know it for UTF-8. */
function keep(file: Blob, name: string): void {
  const url = URL.createObjectURL(file);
  Object.assign(document.createElement('a'), { href: url, download: name }).click();
  setTimeout(() => URL.revokeObjectURL(url), 10_000);
}
