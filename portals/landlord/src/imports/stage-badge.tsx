'use client';

import { Badge } from '@mantine/core';
import { useTranslations } from 'next-intl';
import { stageOf } from './stage';
import type { Stage } from './stage';
import type { ImportFacts } from './import-types';

const COLORS: Record<Stage, string> = {
  uploaded: 'blue',
  checking: 'blue',
  checked: 'blue',
  importing: 'blue',
  imported: 'leaf',
  failed: 'red',
  discarded: 'gray',
};

/** How far an import has come, in one word. */
export function StageBadge({ of }: { of: Pick<ImportFacts, 'state' | 'isDryRun'> }) {
  const t = useTranslations('imports.stages');
  const stage = stageOf(of);
  return (
    <Badge color={COLORS[stage]} variant="default" tt="none" miw="max-content">
      {t(stage)}
    </Badge>
  );
}
