import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { askAsAnybody, isSignedOut } from '@/graph/ask';
import { AcceptInvitationPage } from '@/organizations/accept-invitation/accept-invitation-page';
import { SessionDocument } from '@/session/gql/graphql';
import { Unavailable } from '@/session/unavailable';

export async function generateMetadata(): Promise<Metadata> {
  return {
    title: (await getTranslations('members.accept'))('title'),
    // The address is a key: it goes nowhere with a link.
    referrer: 'no-referrer',
  };
}

export default async function InvitationRoute(props: { params: Promise<{ token: string }> }) {
  const { token } = await props.params;
  const answer = await askAsAnybody(undefined, SessionDocument, {});
  if (isSignedOut(answer)) return <AcceptInvitationPage token={token} person={null} />;
  const viewer = answer.data?.viewer;
  if (!viewer) return <Unavailable />;
  const { name, email } = viewer;
  return <AcceptInvitationPage token={token} person={{ name, email }} />;
}
