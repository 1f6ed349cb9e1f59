export interface Session {
  signedIn: boolean;
  user: { email: string | null; name: string | null } | null;
}

export interface Organization {
  id: string;
  name: string;
}

const NOBODY: Session = { signedIn: false, user: null };

export async function readSession(): Promise<Session> {
  try {
    const response = await fetch('/auth/session', { credentials: 'same-origin' });
    return response.ok ? ((await response.json()) as Session) : NOBODY;
  } catch {
    return NOBODY;
  }
}

/** Ends the session here and goes to the page that ends it at the provider. */
export async function signOut(): Promise<void> {
  const response = await fetch('/auth/logout', {
    method: 'POST',
    headers: { accept: 'application/json' },
    credentials: 'same-origin',
  });
  const { redirectTo = '/' } = (await response.json()) as { redirectTo?: string };
  location.assign(redirectTo);
}

const MEMBERSHIPS = '{ viewer { memberships(first: 100) { nodes { organization { id name } } } } }';

interface MembershipsAnswer {
  data?: {
    viewer?: { memberships?: { nodes: { organization?: Organization | null }[] } | null } | null;
  } | null;
}

/** The organizations of whoever is signed in; none when the graph does not say. */
export async function readOrganizations(): Promise<Organization[]> {
  try {
    const response = await fetch('/graphql', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ query: MEMBERSHIPS }),
      credentials: 'same-origin',
    });
    const { data } = (await response.json()) as MembershipsAnswer;
    const memberships = data?.viewer?.memberships?.nodes ?? [];
    return memberships.flatMap(({ organization }) => organization ?? []);
  } catch {
    return [];
  }
}
