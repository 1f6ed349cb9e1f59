'use client';

import { ActionIcon, Card, Group, Stack, Text } from '@mantine/core';
import { IconTrash } from '@tabler/icons-react';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { useSession } from '@/session/session-provider';
import { dialogOnDemand } from '@/shared/dialog/dialog-on-demand';
import { useGrantText, useReachText } from '@/shared/grants/use-grant-text';
import type { MemberFieldsFragment } from '../gql/graphql';
import type { RemoveGrantProps } from './remove-grant';

const RemoveGrant = dialogOnDemand<RemoveGrantProps>(() => import('./remove-grant'));

/** The roles of a member; administrators take one away after a question. */
export function GrantList(props: {
  member: MemberFieldsFragment;
  name: string;
  onDialog: (hasDialog: boolean) => void;
}) {
  const { member } = props;
  const t = useTranslations('members.member');
  const tRole = useTranslations('enums.Role');
  const reachText = useReachText();
  const grantText = useGrantText();
  const { rights } = useSession();
  const [leaving, setLeaving] = useState<RemoveGrantProps['grant']>();
  const [isAsking, setAsking] = useState(false);
  const ask = (isOpen: boolean) => {
    setAsking(isOpen);
    props.onDialog(isOpen);
  };
  if (member.grants.length === 0) return <Text c="dimmed">{t('noRoles')}</Text>;
  return (
    <>
      <Stack gap="xs" component="ul" m={0} p={0} style={{ listStyle: 'none' }}>
        {member.grants.map((grant) => (
          <Card key={grant.id} component="li" withBorder padding="xs">
            <Group justify="space-between" wrap="nowrap">
              <div>
                <Text fw={600}>{tRole(grant.role)}</Text>
                <Text size="sm" c="dimmed">
                  {reachText(grant)}
                </Text>
              </div>
              {rights.mayAdminister && (
                <ActionIcon
                  variant="subtle"
                  color="gray"
                  aria-haspopup="dialog"
                  aria-label={t('removeRole', { role: grantText(grant) })}
                  onClick={() => {
                    setLeaving(grant);
                    ask(true);
                  }}
                >
                  <IconTrash size={18} aria-hidden />
                </ActionIcon>
              )}
            </Group>
          </Card>
        ))}
      </Stack>
      {leaving && (
        <RemoveGrant {...props} grant={leaving} isOpen={isAsking} onClose={() => ask(false)} />
      )}
    </>
  );
}
