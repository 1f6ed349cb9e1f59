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
import { BuildingFormDocument } from '../gql/graphql';
import type {
  BuildingFactsFragment,
  BuildingFormQuery,
  BuildingFormQueryVariables,
} from '../gql/graphql';
import { useBuildingFormQuery, useChangeBuildingMutation } from '../gql/hooks';
import { createBuilding as rules } from '../gql/rules';
import { forgetBuildingLists } from '../property-lists';
import { FORM_WIDTH } from '@/shared/forms/field';
import { useEdit } from '../property-place/use-edit';
import { buildingText } from '../unit-place/address-text';
import { BuildingFields } from './building-fields';
import { buildingChange, buildingValues } from './values';

const BuildingConflict = lazy(() => import('./building-conflict'));

/** What is known of a building, to be corrected. */
export function EditBuildingPage(props: {
  id: string;
  preloaded: Preloaded<BuildingFormQuery, BuildingFormQueryVariables>;
}) {
  const t = useTranslations('buildings.form');
  const tProperties = useTranslations('properties.list');
  const to = useTo();
  const { rights } = useSession();
  useSeed(BuildingFormDocument, props.preloaded);
  const { data, loading, error, refetch } = useBuildingFormQuery({ variables: { id: props.id } });
  const building = data?.building;
  if (!building) {
    if (loading) return <LoadingLines />;
    return <Failure failure={error} retry={() => void refetch().catch(() => undefined)} />;
  }
  const { property } = building;
  const place = { companyId: property.company?.id, propertyId: property.id };
  const refusal = !rights.mayEdit(place) ? t('mayNot') : building.isRetired && t('retired');
  return (
    <>
      <PageHeader
        title={t('change', { name: buildingText(building) })}
        crumbs={[
          { title: tProperties('title'), href: to('/properties') },
          { title: property.name, href: to(`/properties/${property.id}`) },
          { title: buildingText(building), href: to(`/buildings/${building.id}`) },
        ]}
      />
      {refusal ? (
        <Alert color="gray" variant="light">
          {refusal}
        </Alert>
      ) : (
        <EditBuilding building={building} />
      )}
    </>
  );
}

function loaded(building: BuildingFactsFragment) {
  const { version, isRetired } = building;
  return { values: buildingValues(building), version, isRetired };
}

function EditBuilding({ building }: { building: BuildingFactsFragment }) {
  const t = useTranslations('buildings.form');
  const router = useRouter();
  const to = useTo();
  const client = useApolloClient();
  const [change] = useChangeBuildingMutation();
  const page = to(`/buildings/${building.id}`);
  const edit = useEdit({
    // What a new one must have, a changed one keeps.
    rules,
    object: loaded(building),
    async load() {
      const { data, error } = await client.query({
        query: BuildingFormDocument,
        variables: { id: building.id },
        fetchPolicy: 'no-cache',
      });
      if (!data?.building) throw error ?? new Error('No answer');
      return loaded(data.building);
    },
    async send(values, changed, version) {
      const input = { buildingId: building.id, version, ...buildingChange(values, changed) };
      const { data } = await change({ variables: { input } });
      if (data?.changeBuilding?.building) forgetBuildingLists(client.cache);
      return data?.changeBuilding?.errors;
    },
    onDone() {
      router.push(page);
      void notify({ message: t('changed') });
    },
  });
  return (
    <Box component="form" maw={FORM_WIDTH} onSubmit={edit.command.submit} noValidate>
      <BuildingFields command={edit.command} inherited={building.property.address} />
      <FormFooter
        failure={edit.obstacle ?? edit.command.failure}
        isSending={edit.command.isSending}
        submit={t('save')}
        onCancel={() => router.push(page)}
      />
      {edit.conflict && (
        <Suspense>
          <BuildingConflict edit={edit} />
        </Suspense>
      )}
    </Box>
  );
}
