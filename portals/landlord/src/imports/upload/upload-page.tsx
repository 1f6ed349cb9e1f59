'use client';

import { useApolloClient } from '@apollo/client/react';
import { PageHeader } from '@propertea/ui';
import { useTranslations } from 'next-intl';
import { useRouter } from 'next/navigation';
import { useSession, useTo } from '@/session/session-provider';
import { forgetImportLists } from '../caches';
import { NoImports } from '../no-imports';
import { StepList } from '../wizard/step-list';
import { noteUpload } from './just-uploaded';
import { LayoutHelp } from './layout-help';
import { UploadCard } from './upload-card';
import { useUpload } from './use-upload';

/** The first step of an import: a file is chosen and sent. */
export function UploadPage() {
  const { rights } = useSession();
  return rights.mayImport ? <UploadStep /> : <NoImports />;
}

function UploadStep() {
  const t = useTranslations('imports');
  const { organization } = useSession();
  const to = useTo();
  const router = useRouter();
  const { cache } = useApolloClient();
  const uploading = useUpload(organization.id, (importId) => {
    forgetImportLists(cache);
    noteUpload(importId);
    // The way back from the next step leads to the file, not to an empty first step.
    router.replace(to(`/imports/${importId}?step=file`));
  });
  return (
    <>
      <PageHeader
        title={t('upload.title')}
        crumbs={[{ title: t('list.title'), href: to('/imports') }]}
      />
      <StepList shown="file" reachable={['file']} />
      <UploadCard {...uploading} />
      <LayoutHelp />
    </>
  );
}
