import { redirect } from 'next/navigation';
import { readSession } from '@/session/read-session';
import { Unavailable } from '@/session/unavailable';
import { Welcome } from '@/session/welcome';

/** The way in: to the only organization, to a choice, or to the first one to be registered. */
export default async function Entrance() {
  const { data } = await readSession(undefined);
  const memberships = data?.viewer?.memberships?.nodes;
  if (!data?.viewer || !memberships) return <Unavailable />;
  const organizations = memberships.flatMap(({ organization }) => organization ?? []);
  const [only, ...others] = organizations;
  if (only && others.length === 0) redirect(`/${only.id}`);
  return <Welcome name={data.viewer.name} organizations={organizations} />;
}
