import { notFound } from 'next/navigation';
import { NextIntlClientProvider } from 'next-intl';
import type { ReactNode } from 'react';
import { GraphProvider } from '@/graph/graph-provider';
import { ask } from '@/graph/ask';
import { SessionDocument } from '@/session/gql/graphql';
import { SessionProvider } from '@/session/session-provider';
import { Unavailable } from '@/session/unavailable';
import { Shell } from '@/shell/shell';

/** Everything of one organization: who looks at it, its graph, its navigation. */
export default async function OrganizationLayout(props: {
  children: ReactNode;
  params: Promise<{ organization: string }>;
}) {
  const { organization: id } = await props.params;
  const { data, errors } = await ask(id, SessionDocument, {});
  if (errors.some(({ extensions }) => extensions?.code === 'NOT_FOUND')) notFound();
  if (!data?.viewer?.memberships) return <Unavailable />;
  const membership = data.viewer.memberships.nodes.find(
    ({ organization }) => organization?.id === id,
  );
  if (!membership) notFound();
  return (
    <NextIntlClientProvider timeZone={data.viewer.timeZone}>
      <GraphProvider organization={id} key={id}>
        <SessionProvider viewer={data.viewer} membership={membership}>
          <Shell>{props.children}</Shell>
        </SessionProvider>
      </GraphProvider>
    </NextIntlClientProvider>
  );
}
