import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { notFound } from 'next/navigation';
import { createLoader } from 'nuqs/server';
import type { SearchParams } from 'nuqs/server';
import { preload } from '@/graph/preload';
import { ImportWizardDocument } from '@/imports/gql/graphql';
import { wizardAddress, wizardVariables } from '@/imports/wizard/address';
import { WizardPage } from '@/imports/wizard/wizard-page';

const load = createLoader(wizardAddress);

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('imports.wizard'))('title') };
}

export default async function ImportRoute(props: {
  params: Promise<{ organization: string; id: string }>;
  searchParams: Promise<SearchParams>;
}) {
  const { organization, id } = await props.params;
  const variables = wizardVariables(id, await load(props.searchParams));
  const preloaded = await preload(organization, ImportWizardDocument, variables);
  if (preloaded.data && !preloaded.data.import) notFound();
  return <WizardPage id={id} preloaded={preloaded} />;
}
