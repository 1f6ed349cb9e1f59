'use client';

import { Stack, TextInput } from '@mantine/core';
import { useTranslations } from 'next-intl';
import { Suspense, lazy, useState } from 'react';
import { FormFooter } from '@/shared/forms/form-footer';
import type { Rules } from '@/shared/forms/rule';
import { useCommandForm } from '@/shared/forms/use-command-form';
import type { UserError } from '@/shared/forms/use-command-form';

const ConflictDialog = lazy(async () => ({
  default: (await import('@/shared/forms/conflict-dialog')).ConflictDialog,
}));

interface Named {
  name: string;
  version: number;
}

/** Changes the name of something; who saved in the meantime is compared with, never overwritten unseen. */
export function NameForm(props: {
  label: string;
  description?: string;
  autoComplete: string;
  rules: Rules;
  current: Named;
  send: (changed: Named) => Promise<readonly UserError[] | undefined>;
  /** What is saved now. */
  reload: () => Promise<Named | undefined>;
  onDone: () => void;
}) {
  const t = useTranslations('settings');
  const { current } = props;
  const [theirs, setTheirs] = useState<Named>();
  const command = useCommandForm({
    rules: props.rules,
    initial: { name: current.name },
    send: ({ name }) => props.send({ name, version: current.version }),
    onConflict: () => void props.reload().then(setTheirs),
    onDone: props.onDone,
  });
  const { form } = command;
  return (
    <form onSubmit={command.submit} noValidate>
      <Stack>
        <TextInput
          label={props.label}
          description={props.description}
          autoComplete={props.autoComplete}
          {...command.field('name')}
          {...form.getInputProps('name')}
          key={form.key('name')}
        />
        <FormFooter failure={command.failure} isSending={command.isSending} submit={t('save')} />
      </Stack>
      {theirs && (
        <Suspense>
          <ConflictDialog
            isOpen
            fields={[
              {
                path: 'name',
                label: props.label,
                mine: form.getValues().name,
                theirs: theirs.name,
              },
            ]}
            isBusy={command.isSending}
            onKeepMine={() => {
              setTheirs(undefined);
              command.submit();
            }}
            onTakeTheirs={() => {
              form.setValues({ name: theirs.name });
              setTheirs(undefined);
            }}
            onClose={() => setTheirs(undefined)}
          />
        </Suspense>
      )}
    </form>
  );
}
