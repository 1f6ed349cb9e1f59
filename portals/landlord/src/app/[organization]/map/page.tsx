import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { createLoader } from 'nuqs/server';
import type { SearchParams } from 'nuqs/server';
import { env } from '@/env';
import { preload } from '@/graph/preload';
import { PropertyMapDocument } from '@/properties/gql/graphql';
import { mapAddress, mapVariables } from '@/properties/map/address';
import { MapPage } from '@/properties/map/map-page';

const load = createLoader(mapAddress);

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('map'))('title') };
}

export default async function MapRoute(props: {
  params: Promise<{ organization: string }>;
  searchParams: Promise<SearchParams>;
}) {
  const { organization } = await props.params;
  const variables = mapVariables(await load(props.searchParams));
  const { TILE_URL: url, TILE_ATTRIBUTION: attribution } = env();
  return (
    <MapPage
      preloaded={await preload(organization, PropertyMapDocument, variables)}
      tiles={url ? { url, ...(attribution ? { attribution } : {}) } : null}
    />
  );
}
