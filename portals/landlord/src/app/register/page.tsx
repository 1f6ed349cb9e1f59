import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { ask } from '@/graph/ask';
import { RegisterPage } from '@/organizations/register/register-page';
import { SessionDocument } from '@/session/gql/graphql';
import { Unavailable } from '@/session/unavailable';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('members.register'))('title') };
}

export default async function RegisterRoute() {
  const { data } = await ask(undefined, SessionDocument, {});
  return data?.viewer ? <RegisterPage email={data.viewer.email} /> : <Unavailable />;
}
