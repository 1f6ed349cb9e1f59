'use client';

import { Badge } from '@mantine/core';
import { useTranslations } from 'next-intl';
import type { ImportFindingSeverity } from './gql/graphql';

/** A word always stands beside the colour. */
const COLORS: Record<ImportFindingSeverity, string> = {
  ERROR: 'red',
  CORRECTION: 'yellow',
  NOTICE: 'blue',
};

/** How much a finding weighs. */
export function SeverityBadge({ severity }: { severity: ImportFindingSeverity }) {
  const t = useTranslations('enums.ImportFindingSeverity');
  return (
    <Badge color={COLORS[severity]} variant="dot" tt="none" miw="max-content">
      {t(severity)}
    </Badge>
  );
}
