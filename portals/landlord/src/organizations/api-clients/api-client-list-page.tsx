'use client';

import { useApolloClient } from '@apollo/client/react';
import { Button } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconPlus } from '@tabler/icons-react';
import { EmptyState, FilterButton, PageHeader, onDemand } from '@propertea/ui';
import { useTranslations } from 'next-intl';
import { useQueryStates } from 'nuqs';
import { useState } from 'react';
import type { Preloaded } from '@/graph/preload';
import { useSeed } from '@/graph/use-seed';
import { useSession, useTo } from '@/session/session-provider';
import { dialogOnDemand } from '@/shared/dialog/dialog-on-demand';
import { ObjectList } from '@/shared/list/object-list';
import { usePages } from '@/shared/list/use-pages';
import { ApiClientListDocument } from '../gql/graphql';
import type { ApiClientListQuery, ApiClientListQueryVariables } from '../gql/graphql';
import { useApiClientListQuery } from '../gql/hooks';
import { apiClientListAddress, apiClientListVariables } from './address';
import type { ApiClientDrawerProps } from './api-client-drawer';
import { useApiClientColumns } from './columns';
import type { ApiClientFiltersProps } from './filters';

const CreateApiClient = dialogOnDemand(() => import('./create-api-client'));
const ApiClientDrawer = dialogOnDemand<ApiClientDrawerProps>(() => import('./api-client-drawer'));
const ApiClientFilters = onDemand<ApiClientFiltersProps>(
  () => import('./filters'),
  ({ show, onWant, isLoading }) => (
    <FilterButton count={show === 'live' ? 0 : 1} onClick={onWant} loading={isLoading} />
  ),
);

interface Props {
  preloaded: Preloaded<ApiClientListQuery, ApiClientListQueryVariables> | undefined;
}

/** The programs that act for the organization; for administrators. */
export function ApiClientListPage(props: Props) {
  const t = useTranslations('apiClients');
  const tSettings = useTranslations('settings');
  const { rights } = useSession();
  const to = useTo();
  const [isCreating, creating] = useDisclosure();
  return (
    <>
      <PageHeader
        title={t('title')}
        crumbs={[{ title: tSettings('title'), href: to('/settings?tab=organization') }]}
        description={rights.isAdministrator && t('what', { address: '/public/graphql' })}
        actions={
          rights.mayAdminister && (
            <Button
              leftSection={<IconPlus size={16} aria-hidden />}
              onClick={creating.open}
              aria-haspopup="dialog"
            >
              {t('create')}
            </Button>
          )
        }
      />
      {rights.isAdministrator ? <List {...props} /> : <EmptyState title={t('forbidden')} />}
      <CreateApiClient isOpen={isCreating} onClose={creating.close} />
    </>
  );
}

function List({ preloaded }: Props) {
  const t = useTranslations('apiClients');
  const client = useApolloClient();
  const [address, setAddress] = useQueryStates(apiClientListAddress);
  const variables = apiClientListVariables(address);
  useSeed(ApiClientListDocument, preloaded);
  const pages = usePages(useApiClientListQuery({ variables }), ({ apiClients }) => apiClients);
  // The drawer shows its client until it has closed.
  const [shown, setShown] = useState(address.client);
  if (address.client && address.client !== shown) setShown(address.client);
  const open = (id: string) => void setAddress({ client: id }, { history: 'push' });
  return (
    <>
      <ObjectList
        name="api-clients"
        caption={t('list')}
        searchLabel={t('search')}
        columns={useApiClientColumns(open)}
        rowName={({ name }) => name}
        pages={pages}
        address={address}
        onAddress={(change) => void setAddress(change)}
        filters={
          <ApiClientFilters show={address.show} onShow={(show) => void setAddress({ show })} />
        }
        isFiltered={address.show !== 'live' || Boolean(address.q)}
        onClearFilters={() => void setAddress({ q: null, show: null })}
        loadForExport={async (after) => {
          const { data, error } = await client.query({
            query: ApiClientListDocument,
            variables: { ...variables, first: 100, after },
            fetchPolicy: 'no-cache',
          });
          if (!data?.apiClients) throw error ?? new Error('No answer');
          return data.apiClients;
        }}
        empty={<EmptyState title={t('emptyTitle')}>{t('emptyWhat')}</EmptyState>}
      />
      <ApiClientDrawer
        id={shown ?? ''}
        isOpen={address.client !== null}
        onClose={() => void setAddress({ client: null })}
      />
    </>
  );
}
