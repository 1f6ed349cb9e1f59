import { Unavailable } from '@/session/unavailable';

/** Where somebody lands whose way to sign in or out leads through a gateway that does not answer. */
export default async function UnavailableRoute(props: {
  searchParams: Promise<{ retry?: string | string[] }>;
}) {
  const { retry } = await props.searchParams;
  // Only doors of this origin: an address from outside must not lead anywhere else.
  const isDoor = typeof retry === 'string' && /^\/auth\/[a-z]+(\?|$)/.test(retry);
  return <Unavailable retry={isDoor ? retry : '/'} />;
}
