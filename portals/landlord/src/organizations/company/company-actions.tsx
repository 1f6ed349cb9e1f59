'use client';

import { Button } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useTranslations } from 'next-intl';
import { useSession } from '@/session/session-provider';
import { dialogOnDemand } from '@/shared/dialog/dialog-on-demand';
import { useFailureText } from '@/shared/failure/use-failure-text';
import { useErrorText } from '@/shared/forms/use-error-text';
import { notify } from '@/shell/notify';
import { forgetHistory, forgetLists } from '../forget';
import type { CompanyFieldsFragment } from '../gql/graphql';
import { useRestoreCompanyMutation } from '../gql/hooks';
import type { ChangeCompanyProps } from './change-company';

const ChangeCompany = dialogOnDemand<ChangeCompanyProps>(() => import('./change-company'));
const RetireCompany = dialogOnDemand<ChangeCompanyProps>(() => import('./retire-company'));

/** What can be done with a company by who may do it. */
export function CompanyActions({ company }: { company: CompanyFieldsFragment }) {
  const t = useTranslations('companies.page');
  const { rights } = useSession();
  const [isChanging, changing] = useDisclosure();
  const [isRetiring, retiring] = useDisclosure();
  if (!rights.mayChangeCompany(company.id)) return null;
  if (company.isRetired) return <RestoreButton company={company} />;
  return (
    <>
      <Button variant="default" onClick={changing.open} aria-haspopup="dialog">
        {t('change')}
      </Button>
      <Button variant="default" onClick={retiring.open} aria-haspopup="dialog">
        {t('retire')}
      </Button>
      <ChangeCompany company={company} isOpen={isChanging} onClose={changing.close} />
      <RetireCompany company={company} isOpen={isRetiring} onClose={retiring.close} />
    </>
  );
}

function RestoreButton({ company }: { company: CompanyFieldsFragment }) {
  const t = useTranslations('companies.page');
  const failureText = useFailureText();
  const errorText = useErrorText();
  const [restore, { loading }] = useRestoreCompanyMutation({
    update(cache) {
      forgetHistory(company)(cache);
      forgetLists('companies')(cache);
    },
  });
  const run = async () => {
    const input = { companyId: company.id, version: company.version };
    try {
      const { data } = await restore({ variables: { input } });
      const [error] = data?.restoreCompany?.errors ?? [];
      await notify(
        error ? { message: errorText(error), isFailure: true } : { message: t('restored') },
      );
    } catch (failure) {
      await notify({ message: failureText(failure), isFailure: true });
    }
  };
  return (
    <Button variant="default" loading={loading} onClick={() => void run()}>
      {t('restore')}
    </Button>
  );
}
