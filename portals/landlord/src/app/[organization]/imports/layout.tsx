import type { ReactNode } from 'react';
import { FeatureMessages } from '@/i18n/feature-messages';

export default function ImportsLayout({ children }: { children: ReactNode }) {
  return <FeatureMessages of="imports">{children}</FeatureMessages>;
}
