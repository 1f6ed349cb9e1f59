import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { createLoader } from 'nuqs/server';
import type { SearchParams } from 'nuqs/server';
import { preload } from '@/graph/preload';
import { InvitationListDocument, MemberListDocument } from '@/organizations/gql/graphql';
import { INVITATION_LIST_VARIABLES } from '@/organizations/invitations/variables';
import { memberListAddress, memberListVariables } from '@/organizations/member-list/address';
import { MemberListPage } from '@/organizations/member-list/member-list-page';

const load = createLoader(memberListAddress);

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('members'))('title') };
}

export default async function MemberListRoute(props: {
  params: Promise<{ organization: string }>;
  searchParams: Promise<SearchParams>;
}) {
  const { organization } = await props.params;
  const address = await load(props.searchParams);
  if (address.tab === 'invitations') {
    const variables = INVITATION_LIST_VARIABLES;
    return (
      <MemberListPage
        invitations={await preload(organization, InvitationListDocument, variables)}
      />
    );
  }
  const variables = memberListVariables(address);
  return <MemberListPage members={await preload(organization, MemberListDocument, variables)} />;
}
