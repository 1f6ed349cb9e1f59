'use client';

import { Box, Text } from '@mantine/core';
import { useApolloClient } from '@apollo/client/react';
import { LoadingLines, PageHeader } from '@propertea/ui';
import { useTranslations } from 'next-intl';
import { useRouter } from 'next/navigation';
import { Suspense, lazy, useState } from 'react';
import type { Preloaded } from '@/graph/preload';
import { useSeed } from '@/graph/use-seed';
import { useSession, useTo } from '@/session/session-provider';
import { FormFooter } from '@/shared/forms/form-footer';
import { useCommandForm } from '@/shared/forms/use-command-form';
import { notify } from '@/shell/notify';
import { NewPropertyDocument } from '../gql/graphql';
import type { NewPropertyQuery, NewPropertyQueryVariables } from '../gql/graphql';
import { useCreatePropertyMutation, useNewPropertyQuery } from '../gql/hooks';
import { createProperty } from '../gql/rules';
import { forgetPropertyLists } from '../property-lists';
import { ChoiceToCome } from '../property-place/choice';
import { FIELD, FORM_WIDTH } from '@/shared/forms/field';
import { useUnsaved } from '@/shared/forms/use-unsaved';
import type { CompanyChoice } from '@/shared/place/company-select';
import { PropertyFields, missingOfPoint, propertyRules } from './property-fields';
import { newPropertyValues, propertyInput } from './values';

const CompanySelect = lazy(() => import('@/shared/place/company-select'));

/** A new property, of the company that the address names or of one that is chosen. */
export function NewPropertyPage(props: {
  company: string | null;
  preloaded: Preloaded<NewPropertyQuery, NewPropertyQueryVariables> | undefined;
}) {
  const t = useTranslations('properties');
  const to = useTo();
  const { rights } = useSession();
  useSeed(NewPropertyDocument, props.preloaded);
  const { data, loading } = useNewPropertyQuery({
    variables: { company: props.company ?? '' },
    skip: !props.company,
  });
  const company = data?.company;
  const mayCreate = rights.mayEdit(company ? { companyId: company.id } : {});
  return (
    <>
      <PageHeader
        title={t('form.create')}
        crumbs={[
          { title: t('list.title'), href: to('/properties') },
          ...(company ? [{ title: company.name, href: to(`/companies/${company.id}`) }] : []),
        ]}
      />
      {!mayCreate ? (
        <Text>{t('form.mayNot')}</Text>
      ) : loading ? (
        <LoadingLines />
      ) : (
        <NewProperty company={company && !company.isRetired ? company : null} />
      )}
    </>
  );
}

function NewProperty(props: { company: CompanyChoice | null }) {
  const t = useTranslations('properties.form');
  const tRules = useTranslations('forms.rules');
  const router = useRouter();
  const to = useTo();
  const client = useApolloClient();
  const { viewer } = useSession();
  const [company, setCompany] = useState(props.company);
  const [create] = useCreatePropertyMutation();
  const command = useCommandForm({
    rules: propertyRules(createProperty),
    initial: {
      companyId: company?.id ?? '',
      ...newPropertyValues(viewer.timeZone === 'UTC' ? '' : viewer.timeZone),
    },
    async send(values) {
      const missing = missingOfPoint(values);
      if (missing) return [missingError(missing, tRules('required'))];
      const input = { companyId: values.companyId, ...propertyInput(values) };
      const { data } = await create({ variables: { input } });
      const { property, errors } = data?.createProperty ?? {};
      if (property) {
        form.resetDirty();
        forgetPropertyLists(client.cache);
        router.push(to(`/properties/${property.id}`));
        void notify({ message: t('created', { name: property.name }) });
      }
      return errors;
    },
  });
  const { form } = command;
  useUnsaved(form.isDirty() && !command.isSending);
  const { value: _, onChange: __, ...companyField } = form.getInputProps('companyId');
  return (
    <Box component="form" maw={FORM_WIDTH} onSubmit={command.submit} noValidate>
      <PropertyFields
        command={command}
        first={
          <Suspense fallback={<ChoiceToCome label={t('company')} required />}>
            <CompanySelect
              {...FIELD}
              label={t('company')}
              description={
                company ? t('currency', { currency: company.currency }) : t('companyWhat')
              }
              {...command.field('companyId')}
              {...companyField}
              value={company}
              onChoose={(chosen) => {
                setCompany(chosen);
                form.setFieldValue('companyId', chosen?.id ?? '');
              }}
            />
          </Suspense>
        }
      />
      <FormFooter
        failure={command.failure}
        isSending={command.isSending}
        submit={t('createIt')}
        onCancel={() => router.back()}
      />
    </Box>
  );
}

/** As the room would say it. */
export function missingError(name: 'latitude' | 'longitude', message: string) {
  return { code: 'REQUIRED', message, path: ['input', 'coordinates', name] };
}
