'use client';

import { Alert, Anchor, Button, Group, Stack, Text } from '@mantine/core';
import { UiLink } from '@propertea/ui';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { SIGN_IN } from '@/session/paths';
import { PlainPage } from '@/session/plain-page';
import { useFailureText } from '@/shared/failure/use-failure-text';
import { useAcceptInvitationMutation } from '../gql/hooks';

interface Person {
  name: string;
  email: string;
}

/** What an invitation leads to: a sign-in first, then into the organization. */
export function AcceptInvitationPage(props: { token: string; person: Person | null }) {
  const t = useTranslations('members.accept');
  const { token, person } = props;
  return (
    <PlainPage title={t('title')} {...(person ? { email: person.email } : {})}>
      <Text>{t('what')}</Text>
      {person ? <Accept token={token} person={person} /> : <SignInFirst token={token} />}
    </PlainPage>
  );
}

function signInPath(token: string, more = ''): string {
  return `${SIGN_IN}?returnTo=${encodeURIComponent(`/invitations/${token}`)}${more}`;
}

function SignInFirst({ token }: { token: string }) {
  const t = useTranslations('members.accept');
  return (
    <>
      <Text>{t('signInFirst')}</Text>
      <Group>
        <Button component="a" href={signInPath(token)}>
          {t('signIn')}
        </Button>
        <Button component="a" href={signInPath(token, '&screen=register')} variant="default">
          {t('register')}
        </Button>
      </Group>
    </>
  );
}

type Problem = 'expired' | 'another' | 'member' | 'unknown';
const PROBLEMS: Record<string, Problem> = {
  INVITATION_EXPIRED: 'expired',
  INVITATION_FOR_ANOTHER: 'another',
  ALREADY_MEMBER: 'member',
};

function Accept({ token, person }: { token: string; person: Person }) {
  const t = useTranslations('members.accept');
  const failureText = useFailureText();
  const [accept] = useAcceptInvitationMutation();
  const [isSending, setSending] = useState(false);
  const [problem, setProblem] = useState<Problem>();
  const [failure, setFailure] = useState<string>();
  const run = async () => {
    if (isSending) return;
    setSending(true);
    setFailure(undefined);
    setProblem(undefined);
    try {
      const { data } = await accept({ variables: { input: { token } } });
      const { organizationId, errors } = data?.acceptInvitation ?? {};
      // The button keeps turning until the organization is there.
      if (organizationId) return window.location.assign(`/${organizationId}`);
      setProblem(PROBLEMS[errors?.[0]?.code ?? ''] ?? 'unknown');
    } catch (cause) {
      setFailure(failureText(cause));
    }
    setSending(false);
  };
  return (
    <Stack align="flex-start">
      <Text>{t('signedInAs', { name: person.name, email: person.email })}</Text>
      {problem && (
        <Alert color="red" variant="light" role="alert" title={t(`errors.${problem}.title`)}>
          {t(`errors.${problem}.what`, { email: person.email })}
        </Alert>
      )}
      {failure && (
        <Alert color="red" variant="light" role="alert">
          {failure}
        </Alert>
      )}
      <Group>
        {!problem && (
          <Button loading={isSending} onClick={() => void run()}>
            {t('accept')}
          </Button>
        )}
        <Button
          component="a"
          href={signInPath(token, '&prompt=login')}
          variant={problem === 'another' ? 'filled' : 'default'}
        >
          {t('other')}
        </Button>
      </Group>
      <Anchor component={UiLink} href="/">
        {t('home')}
      </Anchor>
    </Stack>
  );
}
