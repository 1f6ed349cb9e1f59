'use client';

import { useApolloClient } from '@apollo/client/react';
import { LoadingLines, PageHeader } from '@propertea/ui';
import { Stack, Text } from '@mantine/core';
import { useTranslations } from 'next-intl';
import { useRouter } from 'next/navigation';
import { useState } from 'react';
import type { Preloaded } from '@/graph/preload';
import { useSeed } from '@/graph/use-seed';
import { useSession, useTo } from '@/session/session-provider';
import { FormFooter } from '@/shared/forms/form-footer';
import { useCommandForm } from '@/shared/forms/use-command-form';
import { notify } from '@/shell/notify';
import { NewUnitDocument } from '../gql/graphql';
import type {
  NewUnitQuery,
  NewUnitQueryVariables,
  UnitBuildingFragment,
  PropertyChoiceFragment,
} from '../gql/graphql';
import { useCreateUnitMutation, useNewUnitQuery } from '../gql/hooks';
import { createUnit as rules } from '../gql/rules';
import { forgetUnitLists } from '../unit-lists';
import { UnitFields } from './fields';
import { useUnsaved } from '@/shared/forms/use-unsaved';
import { inputOf } from './values';
import type { UnitValues } from './values';

/** A new unit, in the property and the building that the address names. */
export function NewUnitPage(props: { preloaded: Preloaded<NewUnitQuery, NewUnitQueryVariables> }) {
  const { variables } = props.preloaded;
  const t = useTranslations('units.form');
  const tList = useTranslations('units.list');
  const to = useTo();
  const { rights } = useSession();
  useSeed(NewUnitDocument, props.preloaded);
  const isNamed = Boolean(variables.withProperty || variables.withBuilding);
  const { data, loading } = useNewUnitQuery({ variables, skip: !isNamed });
  const building = data?.building ?? null;
  const property = building?.property ?? data?.property ?? null;
  const live = (one: PropertyChoiceFragment | null) => (one?.isRetired ? null : one);
  return (
    <>
      <PageHeader
        title={t('create')}
        crumbs={[
          { title: tList('title'), href: to('/units') },
          ...(property ? [{ title: property.name, href: to(`/properties/${property.id}`) }] : []),
        ]}
      />
      {!rights.mayEdit({ companyId: property?.company?.id, propertyId: property?.id }) ? (
        <Text>{t('mayNot')}</Text>
      ) : loading ? (
        <LoadingLines />
      ) : (
        <NewUnit property={live(property)} building={building?.isRetired ? null : building} />
      )}
    </>
  );
}

function NewUnit(first: {
  property: PropertyChoiceFragment | null;
  building: UnitBuildingFragment | null;
}) {
  const t = useTranslations('units.form');
  const router = useRouter();
  const to = useTo();
  const client = useApolloClient();
  const [property, setProperty] = useState(first.property);
  const [building, setBuilding] = useState(first.building);
  const [create] = useCreateUnitMutation();
  const command = useCommandForm<UnitValues>({
    rules,
    initial: {
      propertyId: first.property?.id ?? '',
      buildingId: first.building?.id ?? null,
      category: 'APARTMENT',
      code: '',
      entranceCode: '',
      floor: '',
      bedrooms: '',
      bathrooms: '',
      areaSquareMetres: '',
      address: null,
    },
    send: async (values) => {
      const { data } = await create({ variables: { input: inputOf(values) } });
      const { unit, errors } = data?.createUnit ?? {};
      if (unit) {
        forgetUnitLists(client.cache);
        router.push(to(`/units/${unit.id}`));
        void notify({ message: t('created', { reference: unit.reference }) });
      }
      return errors;
    },
  });
  const { form } = command;
  useUnsaved(form.isDirty() && !command.isSending);
  const place = (into: UnitBuildingFragment | null) => {
    setBuilding(into);
    form.setFieldValue('buildingId', into?.id ?? null);
    form.setFieldValue('entranceCode', '');
  };
  return (
    <form onSubmit={command.submit} noValidate>
      <Stack maw="70rem">
        <UnitFields
          command={command}
          property={property}
          building={building}
          onProperty={(one) => {
            setProperty(one);
            form.setFieldValue('propertyId', one?.id ?? '');
            place(null);
          }}
          onBuilding={place}
        />
        <FormFooter
          failure={command.failure}
          isSending={command.isSending}
          submit={t('createIt')}
          onCancel={() => router.back()}
        />
      </Stack>
    </form>
  );
}
