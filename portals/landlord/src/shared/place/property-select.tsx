'use client';

import type { PropertyChoiceFragment } from '../gql/graphql';
import { usePropertyChoicesQuery } from '../gql/hooks';
import { RemoteSelect, useWords } from './remote-select';
import type { RemoteSelectProps } from './remote-select';

type Named = Pick<PropertyChoiceFragment, 'id' | 'name' | 'code'>;

export interface PropertySelectProps extends RemoteSelectProps {
  value: Named | null;
  onChoose: (property: PropertyChoiceFragment | null) => void;
  /** Only those of these companies. */
  companyIds?: readonly string[];
}

const choiceOf = ({ id, name, code }: Named) => ({ id, text: `${name} (${code})` });

/** A live property, found by words of its name, code or address. */
export default function PropertySelect(props: PropertySelectProps) {
  const { value, onChoose, companyIds = [], ...rest } = props;
  const chosen = value && choiceOf(value);
  const typing = useWords(chosen?.text ?? '');
  const { data, previousData, loading } = usePropertyChoicesQuery({
    variables: {
      filter: {
        search: typing.words,
        companyIds: companyIds.length > 0 ? [...companyIds] : undefined,
      },
    },
  });
  const found = (data ?? previousData)?.properties?.nodes ?? [];
  return (
    <RemoteSelect
      {...rest}
      typing={typing}
      chosen={chosen}
      choices={found.map(choiceOf)}
      isLoading={loading}
      onChoose={(id) => onChoose(found.find((one) => one.id === id) ?? null)}
    />
  );
}
