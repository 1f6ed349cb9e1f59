import { SignedIn } from '@/session/signed-in';

/** Where a sign-in in a window of its own ends. */
export default function SignedInRoute() {
  return <SignedIn />;
}
