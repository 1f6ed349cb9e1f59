'use client';

import { Skeleton } from '@mantine/core';
import { LoadingLines } from '@propertea/ui';

/** A page on its way: its heading and its lines. */
export function PageLoading() {
  return (
    <>
      <Skeleton height={36} width="min(60%, 20rem)" mb="md" />
      <LoadingLines rows={10} />
    </>
  );
}
