import { notFound } from 'next/navigation';
import { NextIntlClientProvider } from 'next-intl';
import type { ReactNode } from 'react';
import { GraphProvider } from '@/graph/graph-provider';
import { viewAsOf } from '@/graph/ask';
import { baseMessages } from '@/i18n/base-messages';
import { KeepLocale } from '@/i18n/keep-locale';
import { readSession } from '@/session/read-session';
import { SessionProvider } from '@/session/session-provider';
import { Unavailable } from '@/session/unavailable';
import { ViewAsOver } from '@/session/view-as-over-page';
import { Shell } from '@/shell/shell';

/** Everything of one organization: who looks at it, its graph, its navigation. */
export default async function OrganizationLayout(props: {
  children: ReactNode;
  params: Promise<{ organization: string }>;
}) {
  const { organization: id } = await props.params;
  const viewAs = await viewAsOf();
  const { data, errors } = await readSession(id);
  if (errors.some(({ extensions }) => extensions?.code === 'NOT_FOUND')) {
    if (viewAs) return <ViewAsOver organization={id} />;
    notFound();
  }
  if (!data?.viewer?.memberships || (viewAs && !data.currentViewAs)) return <Unavailable />;
  const membership = data.viewer.memberships.nodes.find(
    ({ organization }) => organization?.id === id,
  );
  if (!membership) notFound();
  return (
    <NextIntlClientProvider messages={await baseMessages()} timeZone={data.viewer.timeZone}>
      <GraphProvider organization={id} viewAs={viewAs ?? undefined} key={`${id} ${viewAs}`}>
        <SessionProvider
          viewer={data.viewer}
          membership={membership}
          viewAs={data.currentViewAs ?? null}
        >
          <KeepLocale />
          <Shell>{props.children}</Shell>
        </SessionProvider>
      </GraphProvider>
    </NextIntlClientProvider>
  );
}
