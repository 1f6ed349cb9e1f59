'use client';

import type { TypedDocumentNode } from '@apollo/client';
import { useApolloClient } from '@apollo/client/react';
import { useCallback } from 'react';
import type { UserError } from '@/shared/forms/use-command-form';
import { forgetLeaseLists } from '../lease-lists';

/** What a command answers: what it made of its object, or why it did nothing. */
type PayloadOf<Data> = Extract<Data[keyof Data], { errors: readonly UserError[] }>;

/** Sends a command of the room; lists that it may change are asked for again. */
export function useSend(): <Data extends object, Input>(
  mutation: TypedDocumentNode<Data, { input: Input }>,
  input: Input,
) => Promise<PayloadOf<Data> | undefined> {
  const client = useApolloClient();
  return useCallback(
    async (mutation, input) => {
      const { data } = await client.mutate({
        mutation,
        variables: { input } as never,
        update: forgetLeaseLists,
      });
      const answers = Object.values((data ?? {}) as object) as unknown[];
      return answers.find((answer) => typeof answer === 'object' && answer !== null) as never;
    },
    [client],
  );
}
