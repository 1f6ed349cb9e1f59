'use client';

import { useCompanyChoiceQuery, usePropertyChoiceQuery } from '../gql/hooks';
import type { Choice, UseChoices } from './remote-select';

/** Live companies by name or code. */
export const useCompanyChoices: UseChoices = (search) => {
  const { data, previousData, loading } = useCompanyChoiceQuery({ variables: { search } });
  const nodes = (data ?? previousData)?.companies?.nodes ?? [];
  return { choices: nodes.map(toChoice), isLoading: loading };
};

/** Live properties by name, code or address. */
export const usePropertyChoices: UseChoices = (search) => {
  const { data, previousData, loading } = usePropertyChoiceQuery({ variables: { search } });
  const nodes = (data ?? previousData)?.properties?.nodes ?? [];
  return { choices: nodes.map(toChoice), isLoading: loading };
};

function toChoice({ id, name, code }: { id: string; name: string; code: string }): Choice {
  return { value: id, label: `${name} · ${code}` };
}
