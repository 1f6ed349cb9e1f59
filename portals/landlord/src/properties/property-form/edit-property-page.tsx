'use client';

import { Alert, Box } from '@mantine/core';
import { useApolloClient } from '@apollo/client/react';
import { LoadingLines, PageHeader } from '@propertea/ui';
import { useTranslations } from 'next-intl';
import { useRouter } from 'next/navigation';
import { Suspense, lazy } from 'react';
import type { Preloaded } from '@/graph/preload';
import { useSeed } from '@/graph/use-seed';
import { useSession, useTo } from '@/session/session-provider';
import { Failure } from '@/shared/failure/failure';
import { FormFooter } from '@/shared/forms/form-footer';
import { notify } from '@/shell/notify';
import { PropertyFormDocument } from '../gql/graphql';
import type {
  PropertyFactsFragment,
  PropertyFormQuery,
  PropertyFormQueryVariables,
} from '../gql/graphql';
import { useChangePropertyMutation, usePropertyFormQuery } from '../gql/hooks';
import { createProperty } from '../gql/rules';
import { forgetPropertyLists } from '../property-lists';
import { FORM_WIDTH } from '@/shared/forms/field';
import { useEdit } from '../property-place/use-edit';
import { missingError } from './new-property-page';
import { PropertyFields, missingOfPoint, propertyRules } from './property-fields';
import { propertyChange, propertyValues } from './values';

const PropertyConflict = lazy(() => import('./property-conflict'));

/** What is known of a property, to be corrected. */
export function EditPropertyPage(props: {
  id: string;
  preloaded: Preloaded<PropertyFormQuery, PropertyFormQueryVariables>;
}) {
  const t = useTranslations('properties');
  const to = useTo();
  const { rights } = useSession();
  useSeed(PropertyFormDocument, props.preloaded);
  const { data, loading, error, refetch } = usePropertyFormQuery({ variables: { id: props.id } });
  const property = data?.property;
  if (!property) {
    if (loading) return <LoadingLines />;
    return <Failure failure={error} retry={() => void refetch().catch(() => undefined)} />;
  }
  const place = { companyId: property.company?.id, propertyId: property.id };
  const refusal = !rights.mayEdit(place)
    ? t('form.mayNot')
    : property.isRetired && t('form.retired');
  return (
    <>
      <PageHeader
        title={t('form.change', { name: property.name })}
        crumbs={[
          { title: t('list.title'), href: to('/properties') },
          { title: property.name, href: to(`/properties/${property.id}`) },
        ]}
      />
      {refusal ? (
        <Alert color="gray" variant="light">
          {refusal}
        </Alert>
      ) : (
        <EditProperty property={property} />
      )}
    </>
  );
}

function loaded(property: PropertyFactsFragment) {
  const { version, isRetired } = property;
  return { values: propertyValues(property), version, isRetired };
}

function EditProperty({ property }: { property: PropertyFactsFragment }) {
  const t = useTranslations('properties.form');
  const tRules = useTranslations('forms.rules');
  const router = useRouter();
  const to = useTo();
  const client = useApolloClient();
  const [change] = useChangePropertyMutation();
  const page = to(`/properties/${property.id}`);
  const edit = useEdit({
    // What a new one must have, a changed one keeps.
    rules: propertyRules(createProperty),
    object: loaded(property),
    async load() {
      const { data, error } = await client.query({
        query: PropertyFormDocument,
        variables: { id: property.id },
        fetchPolicy: 'no-cache',
      });
      if (!data?.property) throw error ?? new Error('No answer');
      return loaded(data.property);
    },
    async send(values, changed, version) {
      const missing = missingOfPoint(values);
      if (missing) return [missingError(missing, tRules('required'))];
      const input = { propertyId: property.id, version, ...propertyChange(values, changed) };
      const { data } = await change({ variables: { input } });
      if (data?.changeProperty?.property) forgetPropertyLists(client.cache);
      return data?.changeProperty?.errors;
    },
    onDone() {
      router.push(page);
      void notify({ message: t('changed') });
    },
  });
  return (
    <Box component="form" maw={FORM_WIDTH} onSubmit={edit.command.submit} noValidate>
      <PropertyFields command={edit.command} />
      <FormFooter
        failure={edit.obstacle ?? edit.command.failure}
        isSending={edit.command.isSending}
        submit={t('save')}
        onCancel={() => router.push(page)}
      />
      {edit.conflict && (
        <Suspense>
          <PropertyConflict edit={edit} />
        </Suspense>
      )}
    </Box>
  );
}
