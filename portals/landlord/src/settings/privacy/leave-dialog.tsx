'use client';

import { useTranslations } from 'next-intl';
import type { DialogProps } from '@/shared/dialog/dialog-on-demand';
import { useEraseMyMembershipsMutation } from '../gql/hooks';
import { TypedConfirmation } from './typed-confirmation';

/** Leaves every organization; the account stays, and the way in shows that it belongs nowhere. */
export default function LeaveDialog(props: DialogProps) {
  const t = useTranslations('settings.privacy.leave');
  const [leave] = useEraseMyMembershipsMutation();
  return (
    <TypedConfirmation
      {...props}
      title={t('title')}
      what={t('gone')}
      confirm={t('confirm')}
      send={async () => (await leave()).data?.eraseMyMemberships?.errors}
      onDone={() => window.location.assign('/')}
    />
  );
}
