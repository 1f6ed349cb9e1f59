'use client';

import { Badge, Card, Tabs } from '@mantine/core';
import { LoadingLines, PageHeader } from '@propertea/ui';
import { useTranslations } from 'next-intl';
import { notFound } from 'next/navigation';
import { useQueryStates } from 'nuqs';
import type { Preloaded } from '@/graph/preload';
import { useSeed } from '@/graph/use-seed';
import { useTo } from '@/session/session-provider';
import { Failure } from '@/shared/failure/failure';
import { CompanyPageDocument } from '../gql/graphql';
import type { CompanyPageQuery, CompanyPageQueryVariables } from '../gql/graphql';
import { useCompanyPageQuery } from '../gql/hooks';
import { COMPANY_TABS, companyAddress } from './address';
import { CompanyActions } from './company-actions';
import { CompanyHistory } from './company-history';
import { CompanyOverview } from './company-overview';
import { CompanyProperties } from './company-properties';

/** A company: what it is, what it owns, what happened to it. */
export function CompanyPage(props: {
  id: string;
  preloaded: Preloaded<CompanyPageQuery, CompanyPageQueryVariables>;
}) {
  const t = useTranslations('companies');
  const tEnums = useTranslations('enums');
  const to = useTo();
  const [{ tab }, setAddress] = useQueryStates(companyAddress);
  useSeed(CompanyPageDocument, props.preloaded);
  const { data, error, loading, refetch } = useCompanyPageQuery({ variables: { id: props.id } });
  const company = data?.company;
  const crumbs = [{ title: t('list.title'), href: to('/companies') }];
  if (!company) {
    if (loading) return <LoadingLines />;
    if (!error) notFound();
    return (
      <>
        <PageHeader title={t('list.title')} crumbs={crumbs} />
        <Failure failure={error} retry={() => void refetch()} />
      </>
    );
  }
  return (
    <>
      <PageHeader
        title={company.name}
        crumbs={crumbs}
        description={company.code}
        badges={
          company.isRetired && (
            <Badge color="gray" variant="light">
              {tEnums('Life.retired')}
            </Badge>
          )
        }
        actions={<CompanyActions company={company} />}
      />
      <Tabs
        value={tab}
        onChange={(value) =>
          void setAddress({ tab: COMPANY_TABS.find((one) => one === value) ?? null })
        }
        keepMounted={false}
      >
        <Tabs.List aria-label={t('page.tabs')} mb="md">
          {COMPANY_TABS.map((name) => (
            <Tabs.Tab key={name} value={name}>
              {t(`page.${name}`)}
            </Tabs.Tab>
          ))}
        </Tabs.List>
        <Tabs.Panel value="overview">
          <Card withBorder>
            <CompanyOverview company={company} />
          </Card>
        </Tabs.Panel>
        <Tabs.Panel value="properties">
          <Card withBorder padding="xs">
            <CompanyProperties id={company.id} />
          </Card>
        </Tabs.Panel>
        <Tabs.Panel value="history">
          <Card withBorder>
            <CompanyHistory id={company.id} />
          </Card>
        </Tabs.Panel>
      </Tabs>
    </>
  );
}
