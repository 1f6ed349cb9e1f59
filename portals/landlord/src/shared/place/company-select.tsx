'use client';

import { useSession } from '@/session/session-provider';
import type { CompanyChoicesQuery } from '../gql/graphql';
import { useCompanyChoicesQuery } from '../gql/hooks';
import { RemoteSelect, useWords } from './remote-select';
import type { RemoteSelectProps } from './remote-select';

export type CompanyChoice = NonNullable<CompanyChoicesQuery['companies']>['nodes'][number];

export interface CompanySelectProps extends RemoteSelectProps {
  value: Pick<CompanyChoice, 'id' | 'code' | 'name'> | null;
  onChoose: (company: CompanyChoice | null) => void;
  'data-path'?: string;
}

const choiceOf = ({ id, code, name }: { id: string; code: string; name: string }) => ({
  id,
  text: `${name} (${code})`,
});

/** A company in which the person may work, found by words of its name or code. */
export default function CompanySelect({ value, onChoose, ...rest }: CompanySelectProps) {
  const { rights } = useSession();
  const chosen = value && choiceOf(value);
  const typing = useWords(chosen?.text ?? '');
  const { data, previousData, loading } = useCompanyChoicesQuery({
    variables: { filter: { search: typing.words } },
  });
  const found = ((data ?? previousData)?.companies?.nodes ?? []).filter(({ id }) =>
    rights.mayEdit({ companyId: id }),
  );
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
