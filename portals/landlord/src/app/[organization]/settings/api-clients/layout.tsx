import type { ReactNode } from 'react';
import { FeatureMessages } from '@/i18n/feature-messages';

export default function ApiClientsLayout({ children }: { children: ReactNode }) {
  return <FeatureMessages of="apiClients">{children}</FeatureMessages>;
}
