'use client';

import { Button } from '@mantine/core';
import { IconDownload } from '@tabler/icons-react';
import { download, toCsv } from '@propertea/ui';
import type { Column } from '@propertea/ui';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { notify } from '@/shell/notify';
import { useFailureText } from '../failure/use-failure-text';
import type { Connection } from './use-pages';

/** Writes the chosen rows, or without any all that the filter finds, as CSV with the columns that are shown. */
export function ExportButton<Row, Field extends string>(props: {
  fileName: string;
  columns: readonly Column<Row, Field>[];
  chosen: readonly Row[];
  /** Asks for 100 rows behind a cursor. */
  load: (after: string | null) => Promise<Connection<Row>>;
}) {
  const t = useTranslations('common.export');
  const failureText = useFailureText();
  const [done, setDone] = useState<number>();
  const run = async () => {
    setDone(0);
    try {
      const rows = props.chosen.length > 0 ? props.chosen : await all(props.load, setDone);
      const columns = props.columns.flatMap(({ title, text }) => (text ? [{ title, text }] : []));
      const lines = rows.map((row) => columns.map(({ text }) => text(row)));
      download(`${props.fileName}.csv`, toCsv([columns.map(({ title }) => title), ...lines]));
      void notify({ message: t('done', { count: rows.length }) });
    } catch (failure) {
      void notify({ message: failureText(failure), isFailure: true });
    } finally {
      setDone(undefined);
    }
  };
  return (
    <Button
      variant="default"
      leftSection={<IconDownload size={16} aria-hidden />}
      loading={done !== undefined}
      onClick={() => void run()}
    >
      {props.chosen.length > 0 ? t('chosen', { count: props.chosen.length }) : t('all')}
    </Button>
  );
}

async function all<Row>(
  load: (after: string | null) => Promise<Connection<Row>>,
  onProgress: (count: number) => void,
): Promise<Row[]> {
  const rows: Row[] = [];
  let after: string | null = null;
  for (;;) {
    const { nodes, pageInfo } = await load(after);
    rows.push(...nodes);
    onProgress(rows.length);
    after = pageInfo.endCursor ?? null;
    if (!pageInfo.hasNextPage || !after) return rows;
  }
}
