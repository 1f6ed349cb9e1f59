'use client';

import { Button } from '@mantine/core';
import { useApolloClient } from '@apollo/client/react';
import { useDisclosure } from '@mantine/hooks';
import { IconPlus } from '@tabler/icons-react';
import { EmptyState, FilterButton, PageHeader, onDemand } from '@propertea/ui';
import { useTranslations } from 'next-intl';
import { useQueryStates } from 'nuqs';
import type { Preloaded } from '@/graph/preload';
import { useSeed } from '@/graph/use-seed';
import { useSession } from '@/session/session-provider';
import { dialogOnDemand } from '@/shared/dialog/dialog-on-demand';
import { ObjectList } from '@/shared/list/object-list';
import { usePages } from '@/shared/list/use-pages';
import { CompanyListDocument } from '../gql/graphql';
import type { CompanyListQuery, CompanyListQueryVariables } from '../gql/graphql';
import { useCompanyListQuery } from '../gql/hooks';
import { companyListAddress, companyListVariables } from './address';
import { useCompanyColumns } from './columns';
import type { CompanyFiltersProps } from './filters';

const CreateCompany = dialogOnDemand(() => import('../company/create-company'));
const CompanyFilters = onDemand<CompanyFiltersProps>(
  () => import('./filters'),
  ({ show, onWant, isLoading }) => (
    <FilterButton count={show === 'live' ? 0 : 1} onClick={onWant} loading={isLoading} />
  ),
);

/** The companies of the organization, to find, export and open. */
export function CompanyListPage(props: {
  preloaded: Preloaded<CompanyListQuery, CompanyListQueryVariables>;
}) {
  const t = useTranslations('companies.list');
  const client = useApolloClient();
  const { rights } = useSession();
  const [isCreating, { open, close }] = useDisclosure();
  const [address, setAddress] = useQueryStates(companyListAddress);
  const variables = companyListVariables(address);
  useSeed(CompanyListDocument, props.preloaded);
  const pages = usePages(useCompanyListQuery({ variables }), ({ companies }) => companies);
  const create = rights.mayAdminister && (
    <Button leftSection={<IconPlus size={16} aria-hidden />} onClick={open} aria-haspopup="dialog">
      {t('create')}
    </Button>
  );
  return (
    <>
      <PageHeader title={t('title')} actions={create} />
      <ObjectList
        name="companies"
        caption={t('title')}
        searchLabel={t('search')}
        columns={useCompanyColumns()}
        rowName={({ name }) => name}
        pages={pages}
        address={address}
        onAddress={(change) => void setAddress(change)}
        filters={
          <CompanyFilters show={address.show} onShow={(show) => void setAddress({ show })} />
        }
        isFiltered={address.show !== 'live' || Boolean(address.q)}
        onClearFilters={() => void setAddress({ q: null, show: null })}
        loadForExport={async (after) => {
          const { data, error } = await client.query({
            query: CompanyListDocument,
            variables: { ...variables, first: 100, after },
            fetchPolicy: 'no-cache',
          });
          if (!data?.companies) throw error ?? new Error('No answer');
          return data.companies;
        }}
        empty={
          <EmptyState title={t('empty.title')}>
            {rights.mayAdminister ? t('empty.what') : t('empty.nothingInReach')}
          </EmptyState>
        }
      />
      <CreateCompany isOpen={isCreating} onClose={close} />
    </>
  );
}
