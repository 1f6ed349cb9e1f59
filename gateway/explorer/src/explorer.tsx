import { HISTORY_PLUGIN } from '@graphiql/plugin-history';
import { GraphiQL } from 'graphiql';
import { useEffect, useMemo, useState } from 'react';
import { fetcherIn } from './fetcher';
import { PLAN_PLUGIN } from './inspection/plan-plugin';
import { TRACE_PLUGIN } from './inspection/trace-plugin';
import { OrganizationField } from './organization-field';
import { SessionStatus } from './session-status';
import { readSession } from './session';
import type { Session } from './session';

const ORGANIZATION_KEY = 'propertea:organization';

const PLUGINS = [HISTORY_PLUGIN, PLAN_PLUGIN, TRACE_PLUGIN];

const WELCOME = `# Who am I, and what may I enter?
{
  viewer {
    email
    memberships {
      nodes { organization { id name } }
    }
  }
}
`;

/** GraphiQL under a bar that says who asks and in which organization. */
export function Explorer() {
  const [session, setSession] = useState<Session>();
  const [organization, setOrganization] = useState(
    () => localStorage.getItem(ORGANIZATION_KEY) ?? '',
  );

  useEffect(() => {
    void readSession().then(setSession);
  }, []);

  useEffect(() => {
    localStorage.setItem(ORGANIZATION_KEY, organization);
  }, [organization]);

  const asking = useMemo(() => fetcherIn(organization.trim()), [organization]);
  useEffect(() => () => asking.close(), [asking]);

  return (
    <div className="explorer">
      <header className="bar">
        <strong>ProperTea</strong>
        <OrganizationField
          value={organization}
          onChange={setOrganization}
          signedIn={session?.signedIn ?? false}
        />
        <SessionStatus session={session} />
      </header>
      <main className="editor">
        <GraphiQL
          fetcher={asking.fetcher}
          plugins={PLUGINS}
          defaultQuery={WELCOME}
          shouldPersistHeaders={false}
          isHeadersEditorEnabled
        >
          <GraphiQL.Logo> </GraphiQL.Logo>
        </GraphiQL>
      </main>
    </div>
  );
}
