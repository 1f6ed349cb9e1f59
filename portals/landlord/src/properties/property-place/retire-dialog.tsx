'use client';

import { Alert, Anchor, Button, Group, List, Modal, Stack, Text, TextInput } from '@mantine/core';
import { LoadingLines, UiLink, useUiTexts } from '@propertea/ui';
import { useTranslations } from 'next-intl';
import { Failure } from '@/shared/failure/failure';
import { FormFooter } from '@/shared/forms/form-footer';
import type { Rules } from '@/shared/forms/rule';
import { useCommandForm } from '@/shared/forms/use-command-form';
import type { UserError } from '@/shared/forms/use-command-form';
import type { DialogProps } from '@/shared/dialog/dialog-on-demand';

/** What still lives in something, and where it is listed. */
export interface Dependent {
  kind: 'buildings' | 'units';
  count: number;
  href: string;
}

/**
 * Asks before something is retired, with a reason. While anything lives in it, it says what and how much
 * instead (R49).
 */
export function RetireDialog(
  props: DialogProps & {
    title: string;
    what: string;
    rules: Rules;
    /** Undefined until it is known. */
    dependents: readonly Dependent[] | undefined;
    failure: unknown;
    onRetry: () => void;
    send: (reason: string | undefined) => Promise<readonly UserError[] | undefined>;
    onDone: () => void;
  },
) {
  const texts = useUiTexts();
  const live = props.dependents?.filter(({ count }) => count > 0);
  return (
    <Modal
      opened={props.isOpen}
      onClose={props.onClose}
      title={props.title}
      closeButtonProps={{ 'aria-label': texts.close }}
    >
      {!live && props.failure ? (
        <Failure failure={props.failure} retry={props.onRetry} />
      ) : !live ? (
        <LoadingLines rows={3} />
      ) : live.length > 0 ? (
        <Impossible live={live} onClose={props.onClose} />
      ) : (
        <Question {...props} />
      )}
    </Modal>
  );
}

function Impossible({ live, onClose }: { live: readonly Dependent[]; onClose: () => void }) {
  const t = useTranslations('properties.life');
  const texts = useUiTexts();
  return (
    <Stack>
      <Alert
        color="yellow"
        variant="light"
        title={t('impossible')}
        styles={{ title: { color: 'var(--mantine-color-text)' } }}
      >
        <List>
          {live.map(({ kind, count, href }) => (
            <List.Item key={kind}>
              <Anchor component={UiLink} href={href} onClick={onClose}>
                {t(kind, { count })}
              </Anchor>
            </List.Item>
          ))}
        </List>
        <Text size="sm" mt="xs">
          {t('retireThemFirst')}
        </Text>
      </Alert>
      <Group justify="flex-end">
        <Button variant="default" onClick={onClose} data-autofocus>
          {texts.close}
        </Button>
      </Group>
    </Stack>
  );
}

function Question(props: Parameters<typeof RetireDialog>[0]) {
  const t = useTranslations('properties.life');
  const command = useCommandForm({
    rules: props.rules,
    initial: { reason: '' },
    send: ({ reason }) => props.send(reason.trim() || undefined),
    onDone: props.onDone,
  });
  return (
    <form onSubmit={command.submit} noValidate>
      <Stack>
        <Text>{props.what}</Text>
        <TextInput
          label={t('reason')}
          description={t('reasonWhat')}
          autoComplete="off"
          {...command.field('reason')}
          {...command.form.getInputProps('reason')}
          data-autofocus
        />
        <FormFooter
          failure={command.failure}
          isSending={command.isSending}
          submit={t('retire')}
          onCancel={props.onClose}
        />
      </Stack>
    </form>
  );
}
