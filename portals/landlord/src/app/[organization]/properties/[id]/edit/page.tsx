import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { notFound } from 'next/navigation';
import { preload } from '@/graph/preload';
import { PropertyFormDocument } from '@/properties/gql/graphql';
import { EditPropertyPage } from '@/properties/property-form/edit-property-page';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('properties.page'))('edit') };
}

export default async function EditPropertyRoute(props: {
  params: Promise<{ organization: string; id: string }>;
}) {
  const { organization, id } = await props.params;
  const preloaded = await preload(organization, PropertyFormDocument, { id });
  if (preloaded.data && !preloaded.data.property) notFound();
  return <EditPropertyPage key={id} id={id} preloaded={preloaded} />;
}
