'use client';

import { useApolloClient } from '@apollo/client/react';
import { useRef, useState } from 'react';
import { useFailureText } from '@/shared/failure/use-failure-text';
import type { UserError } from '@/shared/forms/use-command-form';
import { forgetFindings, forgetImportLists } from '../caches';
import type { ImportPortfolioInput } from '../gql/graphql';
import { useImportPortfolioMutation } from '../gql/hooks';

/** What a run was refused for, if it was. */
export interface RunAnswer {
  errors: readonly UserError[];
  failure: string | undefined;
}

/** Asks for a dry run or for the import itself, once however often it is pressed. */
export function useRun(): {
  isAsking: boolean;
  /** Undefined where the answer to an earlier press is still awaited. */
  run: (input: ImportPortfolioInput) => Promise<RunAnswer | undefined>;
} {
  const { cache } = useApolloClient();
  const failureText = useFailureText();
  const [importPortfolio] = useImportPortfolioMutation();
  const [isAsking, setAsking] = useState(false);
  const isBusy = useRef(false);
  const run = async (input: ImportPortfolioInput): Promise<RunAnswer | undefined> => {
    if (isBusy.current) return undefined;
    isBusy.current = true;
    setAsking(true);
    try {
      const { data } = await importPortfolio({ variables: { input } });
      forgetFindings(cache, input.importId);
      forgetImportLists(cache);
      return { errors: data?.importPortfolio?.errors ?? [], failure: undefined };
    } catch (error) {
      return { errors: [], failure: failureText(error) };
    } finally {
      isBusy.current = false;
      setAsking(false);
    }
  };
  return { isAsking, run };
}
