import type { ReactNode } from 'react';
import { FeatureMessages } from '@/i18n/feature-messages';

export default function LeasingLayout({ children }: { children: ReactNode }) {
  return <FeatureMessages of="leasing">{children}</FeatureMessages>;
}
