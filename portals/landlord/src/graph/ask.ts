import 'server-only';
import type { TypedDocumentNode } from '@apollo/client';
import { print } from 'graphql';
import { cookies, headers } from 'next/headers';
import { redirect } from 'next/navigation';
import { env } from '@/env';
import { SIGN_IN } from '@/session/paths';
import { VIEW_AS_COOKIE } from '@/session/view-as-cookie';
import { tellAnswer } from '../../server-answers.mjs';

export interface Answer<Data> {
  data: Data | null;
  errors: readonly { message: string; extensions?: { code?: string } }[];
}

/** The view as another member that this page request names: the cookie's path is its organization. */
export async function viewAsOf(): Promise<string | null> {
  return (await cookies()).get(VIEW_AS_COOKIE)?.value || null;
}

/**
 * Asks the graph as the person of this page request, in `organization`. A person who is not signed in is
 * sent to sign in and comes back to the same page. A gateway that does not answer is an error of the answer.
 */
export async function ask<Data, Variables>(
  organization: string | undefined,
  document: TypedDocumentNode<Data, Variables>,
  variables: Variables,
): Promise<Answer<Data>> {
  const answer = await askAsAnybody(organization, document, variables);
  if (isSignedOut(answer)) {
    const path = (await headers()).get('x-portal-path') ?? '/';
    redirect(`${SIGN_IN}?returnTo=${encodeURIComponent(path)}`);
  }
  return answer;
}

/** Whether an answer was refused because nobody is signed in. */
export function isSignedOut({ errors }: Answer<unknown>): boolean {
  return errors.some(({ extensions }) => extensions?.code === 'UNAUTHENTICATED');
}

/** The same for a page that also shows itself to a person who is not signed in. */
export async function askAsAnybody<Data, Variables>(
  organization: string | undefined,
  document: TypedDocumentNode<Data, Variables>,
  variables: Variables,
): Promise<Answer<Data>> {
  const [jar, given, eyes] = await Promise.all([cookies(), headers(), viewAsOf()]);
  const viewAs = organization && eyes;
  return send<Data>(
    { query: print(document), variables },
    {
      cookie: jar.toString(),
      ...(organization ? { 'x-organization-id': organization } : {}),
      ...(viewAs ? { 'x-view-as': viewAs } : {}),
      ...pick(given, ['traceparent', 'x-request-id']),
    },
  );
}

async function send<Data>(body: object, headersOut: Record<string, string>): Promise<Answer<Data>> {
  try {
    const response = await post(body, headersOut);
    const answer = (await response.json()) as Partial<Answer<Data>>;
    return { data: answer.data ?? null, errors: answer.errors ?? [] };
  } catch (cause) {
    const message = cause instanceof Error ? cause.message : 'No answer';
    return { data: null, errors: [{ message, extensions: { code: 'UPSTREAM_UNAVAILABLE' } }] };
  }
}

async function post(body: object, headersOut: Record<string, string>): Promise<Response> {
  const began = performance.now();
  const tell = (status: number | 'unavailable') =>
    tellAnswer(status, (performance.now() - began) / 1000);
  try {
    const response = await fetch(new URL('/graphql', env().GATEWAY_URL), {
      method: 'POST',
      // The gateway takes a cookie only from a page of ours; this is one.
      headers: { 'content-type': 'application/json', origin: env().PORTAL_URL, ...headersOut },
      body: JSON.stringify(body),
      cache: 'no-store',
      signal: AbortSignal.timeout(10_000),
    });
    tell(response.status);
    return response;
  } catch (error) {
    tell('unavailable');
    throw error;
  }
}

function pick(from: Headers, names: readonly string[]): Record<string, string> {
  return Object.fromEntries(
    names.flatMap((name) => {
      const value = from.get(name);
      return value ? [[name, value]] : [];
    }),
  );
}
