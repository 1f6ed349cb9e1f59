import { useEffect, useState } from 'react';
import { readOrganizations } from './session';
import type { Organization } from './session';

interface Props {
  value: string;
  onChange: (value: string) => void;
  signedIn: boolean;
}

/** The organization to stand in, sent as `x-organization-id`; suggests the ones of the person. */
export function OrganizationField({ value, onChange, signedIn }: Props) {
  const [organizations, setOrganizations] = useState<Organization[]>([]);

  useEffect(() => {
    if (signedIn) void readOrganizations().then(setOrganizations);
  }, [signedIn]);

  return (
    <label className="bar-organization">
      <span>Organization</span>
      <input
        list="organizations"
        value={value}
        onChange={(event) => onChange(event.target.value)}
        placeholder="org_… or empty"
        spellCheck={false}
        autoComplete="off"
      />
      <datalist id="organizations">
        {organizations.map(({ id, name }) => (
          <option key={id} value={id}>
            {name}
          </option>
        ))}
      </datalist>
    </label>
  );
}
