'use client';

import { usePersonChoiceQuery } from '../gql/hooks';
import { RemoteSelect, useTyping } from '../reach/remote-select';
import type { Choice, RemoteSelectProps } from '../reach/remote-select';

/** A person who is a member, by name or e-mail address; `known` is the one of the address. */
export function PersonSelect({ known, ...props }: RemoteSelectProps & { known?: Choice }) {
  const typing = useTyping(known);
  const { data, previousData, loading } = usePersonChoiceQuery({
    variables: { search: typing.words },
  });
  const users = ((data ?? previousData)?.members?.nodes ?? []).flatMap(({ user }) => user ?? []);
  return (
    <RemoteSelect
      {...props}
      typing={typing}
      choices={users.map(({ id, name, email }) => ({ value: id, label: `${name} · ${email}` }))}
      isLoading={loading}
    />
  );
}
