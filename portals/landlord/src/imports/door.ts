import { VIEW_AS_COOKIE } from '@/session/view-as-cookie';

/** What the gateway's doors for files need to know of a request beside its cookie. */
export function doorHeaders(organizationId: string): Record<string, string> {
  const viewAs = document.cookie
    .split('; ')
    .find((pair) => pair.startsWith(`${VIEW_AS_COOKIE}=`))
    ?.slice(VIEW_AS_COOKIE.length + 1);
  return { 'x-organization-id': organizationId, ...(viewAs ? { 'x-view-as': viewAs } : {}) };
}

/** What a door says instead of an answer; the shape is that of errors of the graph. */
export interface DoorError {
  message: string;
  code: string;
  /** Tells refusals of one code apart. */
  reason: string | undefined;
}

/** The first error of a refusal's body; undefined for a body that is no refusal of ours. */
export function doorError(body: string): DoorError | undefined {
  try {
    const { errors } = JSON.parse(body) as {
      errors?: { message?: string; extensions?: { code?: string; reason?: string } }[];
    };
    const [first] = errors ?? [];
    if (!first?.extensions?.code) return undefined;
    const { code, reason } = first.extensions;
    return { message: first.message ?? '', code, reason };
  } catch {
    return undefined;
  }
}

/** Whether the person is signed in; throws where nothing answers. */
export async function isSignedIn(): Promise<boolean> {
  const response = await fetch('/auth/session');
  if (!response.ok) throw new Error(`The session cannot be read: ${response.status}`);
  return ((await response.json()) as { signedIn: boolean }).signedIn;
}
