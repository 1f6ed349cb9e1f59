'use client';

import { useState } from 'react';
import { useFailureText } from '@/shared/failure/use-failure-text';
import type { UserError } from '@/shared/forms/use-command-form';
import { useErrorText } from '@/shared/forms/use-error-text';

/** A command behind a confirmation: sent once however often it is pressed; what it refuses is told in words. */
export function useConfirmed(
  send: () => Promise<readonly UserError[] | undefined>,
  onDone: () => void,
): { failure: string | undefined; isSending: boolean; run: () => void } {
  const [failure, setFailure] = useState<string>();
  const [isSending, setSending] = useState(false);
  const errorText = useErrorText();
  const failureText = useFailureText();
  const run = async () => {
    if (isSending) return;
    setSending(true);
    setFailure(undefined);
    try {
      const errors = (await send()) ?? [];
      if (errors.length === 0) onDone();
      else setFailure(errors.map(errorText).join(' '));
    } catch (problem) {
      setFailure(failureText(problem));
    }
    setSending(false);
  };
  return { failure, isSending, run: () => void run() };
}
