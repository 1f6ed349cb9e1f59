'use client';

import { Button, Tabs } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconUserPlus } from '@tabler/icons-react';
import { PageHeader } from '@propertea/ui';
import { useTranslations } from 'next-intl';
import { useQueryStates } from 'nuqs';
import { useState } from 'react';
import type { Preloaded } from '@/graph/preload';
import { useSession } from '@/session/session-provider';
import { dialogOnDemand } from '@/shared/dialog/dialog-on-demand';
import type {
  InvitationListQuery,
  InvitationListQueryVariables,
  MemberListQuery,
  MemberListQueryVariables,
} from '../gql/graphql';
import { InvitationList } from '../invitations/invitation-list';
import type { MemberDrawerProps } from '../member/member-drawer';
import { MEMBER_TABS, memberListAddress } from './address';
import { MemberList } from './member-list';

const InviteMember = dialogOnDemand(() => import('../invitations/invite-member'));
const MemberDrawer = dialogOnDemand<MemberDrawerProps>(() => import('../member/member-drawer'));

/** Who belongs to the organization, and who is invited to it. */
export function MemberListPage(props: {
  members?: Preloaded<MemberListQuery, MemberListQueryVariables> | undefined;
  invitations?: Preloaded<InvitationListQuery, InvitationListQueryVariables> | undefined;
}) {
  const t = useTranslations('members');
  const { rights } = useSession();
  const [{ tab, member }, setAddress] = useQueryStates(memberListAddress);
  const [isInviting, inviting] = useDisclosure();
  // The drawer shows its member until it has closed.
  const [shown, setShown] = useState(member);
  if (member && member !== shown) setShown(member);
  const open = (id: string) => void setAddress({ member: id }, { history: 'push' });
  return (
    <>
      <PageHeader
        title={t('title')}
        actions={
          rights.mayAdminister && (
            <Button
              leftSection={<IconUserPlus size={16} aria-hidden />}
              onClick={inviting.open}
              aria-haspopup="dialog"
            >
              {t('invite')}
            </Button>
          )
        }
      />
      {rights.isAdministrator ? (
        <Tabs
          value={tab}
          onChange={(value) =>
            void setAddress({ tab: MEMBER_TABS.find((one) => one === value) ?? null })
          }
          keepMounted={false}
        >
          <Tabs.List aria-label={t('tabs.label')} mb="md">
            {MEMBER_TABS.map((name) => (
              <Tabs.Tab key={name} value={name}>
                {t(`tabs.${name}`)}
              </Tabs.Tab>
            ))}
          </Tabs.List>
          <Tabs.Panel value="members">
            <MemberList preloaded={props.members} onOpen={open} />
          </Tabs.Panel>
          <Tabs.Panel value="invitations">
            <InvitationList preloaded={props.invitations} />
          </Tabs.Panel>
        </Tabs>
      ) : (
        <MemberList preloaded={props.members} onOpen={open} />
      )}
      <MemberDrawer
        id={shown ?? ''}
        isOpen={member !== null}
        onClose={() => void setAddress({ member: null })}
      />
      <InviteMember isOpen={isInviting} onClose={inviting.close} />
    </>
  );
}
