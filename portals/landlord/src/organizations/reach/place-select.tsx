'use client';

import { useCompanyChoiceQuery, usePropertyChoiceQuery } from '../gql/hooks';
import { RemoteSelect, useTyping } from './remote-select';
import type { Choice, RemoteSelectProps } from './remote-select';

/** A live company, by name or code. */
export function CompanySelect(props: RemoteSelectProps) {
  const typing = useTyping();
  const { data, previousData, loading } = useCompanyChoiceQuery({
    variables: { search: typing.words },
  });
  const nodes = (data ?? previousData)?.companies?.nodes ?? [];
  return (
    <RemoteSelect {...props} typing={typing} choices={nodes.map(toChoice)} isLoading={loading} />
  );
}

/** A live property, by name, code or address. */
export function PropertySelect(props: RemoteSelectProps) {
  const typing = useTyping();
  const { data, previousData, loading } = usePropertyChoiceQuery({
    variables: { search: typing.words },
  });
  const nodes = (data ?? previousData)?.properties?.nodes ?? [];
  return (
    <RemoteSelect {...props} typing={typing} choices={nodes.map(toChoice)} isLoading={loading} />
  );
}

function toChoice({ id, name, code }: { id: string; name: string; code: string }): Choice {
  return { value: id, label: `${name} · ${code}` };
}
