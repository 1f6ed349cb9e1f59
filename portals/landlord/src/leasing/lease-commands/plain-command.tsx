'use client';

import { TextInput } from '@mantine/core';
import type { TypedDocumentNode } from '@apollo/client';
import { useTranslations } from 'next-intl';
import type { ComponentType } from 'react';
import type { Rules } from '@/shared/forms/rule';
import { FIELD } from '@/shared/forms/field';
import type { UserError } from '@/shared/forms/use-command-form';
import { notify } from '@/shell/notify';
import { CommandDialog } from './command-dialog';
import { textOrNull } from './props';
import type { LeaseDialogProps } from './props';
import { useSend } from './use-send';

type Name = 'activate' | 'cancel' | 'close' | 'withdrawNotice';

interface PlainInput {
  leaseId: string;
  version: number;
  reason?: string | null;
}

type Answer = Record<string, { errors: readonly UserError[] } | string | null | undefined>;

/** The dialog of a command that needs nothing but a yes, and for some a reason. */
export function plainCommand(
  name: Name,
  mutation: unknown,
  rules: Rules,
): ComponentType<LeaseDialogProps> {
  const hasReason = 'reason' in rules;
  return function PlainCommand({ lease, ...props }: LeaseDialogProps) {
    const t = useTranslations(`leasing.commands.${name}`);
    const tFields = useTranslations('leasing.fields');
    const send = useSend();
    const { id: leaseId, version, number } = lease;
    return (
      <CommandDialog
        {...props}
        title={t('title', { number })}
        what={t('what')}
        submit={t('submit')}
        rules={rules}
        initial={{ reason: '' }}
        send={({ reason }) =>
          send(mutation as TypedDocumentNode<Answer, { input: PlainInput }>, {
            leaseId,
            version,
            ...(hasReason && { reason: textOrNull(reason) }),
          })
        }
        onDone={() => void notify({ message: t('done', { number }) })}
      >
        {({ form, field }) =>
          hasReason && (
            <TextInput
              {...FIELD}
              label={tFields('reason')}
              autoComplete="off"
              {...field('reason')}
              {...form.getInputProps('reason')}
              data-autofocus
            />
          )
        }
      </CommandDialog>
    );
  };
}
