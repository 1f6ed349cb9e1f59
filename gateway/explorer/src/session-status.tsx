import { signOut } from './session';
import type { Session } from './session';

const SIGN_IN = '/auth/login?returnTo=/graphiql';

/** Who is signed in, and the way in or out. */
export function SessionStatus({ session }: { session: Session | undefined }) {
  if (!session) return <span className="bar-session" aria-busy="true" />;
  if (!session.signedIn) {
    return (
      <span className="bar-session">
        <span className="bar-user">Not signed in</span>
        <a className="bar-action" href={SIGN_IN}>
          Sign in
        </a>
      </span>
    );
  }
  const name = session.user?.email ?? session.user?.name ?? 'Signed in';
  return (
    <span className="bar-session">
      <span className="bar-user" title={name}>
        {name}
      </span>
      <button className="bar-action" type="button" onClick={() => void signOut()}>
        Sign out
      </button>
    </span>
  );
}
