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
import { NewBuildingDocument } from '../gql/graphql';
import type {
  NewBuildingQuery,
  NewBuildingQueryVariables,
  PropertyChoiceFragment,
} from '../gql/graphql';
import { useCreateBuildingMutation, useNewBuildingQuery } from '../gql/hooks';
import { createBuilding as rules } from '../gql/rules';
import { forgetBuildingLists } from '../property-lists';
import { ChoiceToCome } from '../property-place/choice';
import { FORM_WIDTH } from '@/shared/forms/field';
import { useUnsaved } from '@/shared/forms/use-unsaved';
import { buildingText } from '../unit-place/address-text';
import { BuildingFields } from './building-fields';
import { NEW_BUILDING, buildingInput } from './values';

const PropertySelect = lazy(() => import('@/shared/place/property-select'));

/** A new building, in the property that the address names or in one that is chosen. */
export function NewBuildingPage(props: {
  property: string | null;
  preloaded: Preloaded<NewBuildingQuery, NewBuildingQueryVariables> | undefined;
}) {
  const t = useTranslations('buildings');
  const tProperties = useTranslations('properties');
  const to = useTo();
  const { rights } = useSession();
  useSeed(NewBuildingDocument, props.preloaded);
  const { data, loading } = useNewBuildingQuery({
    variables: { property: props.property ?? '' },
    skip: !props.property,
  });
  const property = data?.property;
  const place = property ? { companyId: property.company?.id, propertyId: property.id } : {};
  return (
    <>
      <PageHeader
        title={t('form.create')}
        crumbs={[
          property
            ? { title: tProperties('list.title'), href: to('/properties') }
            : { title: t('list.title'), href: to('/buildings') },
          ...(property ? [{ title: property.name, href: to(`/properties/${property.id}`) }] : []),
        ]}
      />
      {!rights.mayEdit(place) ? (
        <Text>{t('form.mayNot')}</Text>
      ) : loading ? (
        <LoadingLines />
      ) : (
        <NewBuilding property={property && !property.isRetired ? property : null} />
      )}
    </>
  );
}

function NewBuilding(props: { property: PropertyChoiceFragment | null }) {
  const t = useTranslations('buildings.form');
  const router = useRouter();
  const to = useTo();
  const client = useApolloClient();
  const [property, setProperty] = useState(props.property);
  const [create] = useCreateBuildingMutation();
  const command = useCommandForm({
    rules,
    initial: { propertyId: property?.id ?? '', ...NEW_BUILDING },
    async send({ propertyId, ...values }) {
      const input = { propertyId, ...buildingInput(values) };
      const { data } = await create({ variables: { input } });
      const { building, errors } = data?.createBuilding ?? {};
      if (building) {
        form.resetDirty();
        forgetBuildingLists(client.cache);
        router.push(to(`/buildings/${building.id}`));
        void notify({ message: t('created', { name: buildingText(building) }) });
      }
      return errors;
    },
  });
  const { form } = command;
  useUnsaved(form.isDirty() && !command.isSending);
  return (
    <Box component="form" maw={FORM_WIDTH} onSubmit={command.submit} noValidate>
      <BuildingFields
        command={command}
        inherited={property?.address ?? null}
        first={
          <Suspense fallback={<ChoiceToCome label={t('property')} required />}>
            <PropertySelect
              label={t('property')}
              required
              error={form.errors['propertyId']}
              value={property}
              onChoose={(chosen) => {
                setProperty(chosen);
                form.setFieldValue('propertyId', chosen?.id ?? '');
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
