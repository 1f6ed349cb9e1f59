'use client';

import { useApolloClient } from '@apollo/client/react';
import { useEffect, useEffectEvent, useState } from 'react';
import { SearchDocument } from './gql/graphql';
import type { SearchQuery } from './gql/graphql';

/** How long typing must rest before the graph is asked. */
const PAUSE_MS = 100;

export interface Answer {
  /** What was asked for. */
  words: string;
  /** Which try at it. */
  attempt: number;
  data?: Partial<SearchQuery> | undefined;
  failure?: unknown;
}

/**
 * The newest answer there is, and whether one to `words` is still on its way. One request for a typed text;
 * a request that another text has overtaken is given up.
 */
export function useSearch(
  words: string,
  onAnswer: (answer: Answer) => void,
): {
  answer: Answer | undefined;
  isLoading: boolean;
  retry: () => void;
} {
  const client = useApolloClient();
  const [answer, setAnswer] = useState<Answer>();
  const tell = useEffectEvent(onAnswer);
  const [attempt, setAttempt] = useState(0);
  // Who clears the text begins anew.
  if (!words && answer) setAnswer(undefined);

  useEffect(() => {
    if (!words) return undefined;
    const stop = new AbortController();
    const ask = async () => {
      const asked = client.query({
        query: SearchDocument,
        variables: { words },
        fetchPolicy: 'no-cache',
        context: { queryDeduplication: false, fetchOptions: { signal: stop.signal } },
      });
      const found = await asked.then(
        ({ data, error }) => ({ words, attempt, data, failure: error }),
        (failure: unknown) => ({ words, attempt, failure }),
      );
      if (stop.signal.aborted) return;
      setAnswer(found);
      tell(found);
    };
    const timer = setTimeout(() => void ask(), PAUSE_MS);
    return () => {
      clearTimeout(timer);
      stop.abort();
    };
  }, [client, words, attempt]);

  return {
    answer: words ? answer : undefined,
    isLoading: words !== '' && (answer?.words !== words || answer.attempt !== attempt),
    retry: () => setAttempt(attempt + 1),
  };
}
