import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { notFound } from 'next/navigation';
import { preload } from '@/graph/preload';
import { BuildingFormDocument } from '@/properties/gql/graphql';
import { EditBuildingPage } from '@/properties/building-form/edit-building-page';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('buildings.page'))('edit') };
}

export default async function EditBuildingRoute(props: {
  params: Promise<{ organization: string; id: string }>;
}) {
  const { organization, id } = await props.params;
  const preloaded = await preload(organization, BuildingFormDocument, { id });
  if (preloaded.data && !preloaded.data.building) notFound();
  return <EditBuildingPage key={id} id={id} preloaded={preloaded} />;
}
