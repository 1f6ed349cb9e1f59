import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { UploadPage } from '@/imports/upload/upload-page';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('imports.upload'))('title') };
}

export default function NewImportRoute() {
  return <UploadPage />;
}
