const MAX_LENGTH = 2_000;

/**
 * The path, query and fragment when `candidate` names a place of this site, otherwise undefined.
 * Judged as browsers do it: `//host`, `/\host` and the like name other sites.
 */
export function localPath(candidate: unknown, publicUrl: string): string | undefined {
  if (typeof candidate !== 'string' || candidate.length > MAX_LENGTH) return undefined;
  if (!candidate.startsWith('/') || !URL.canParse(candidate, publicUrl)) return undefined;
  const url = new URL(candidate, publicUrl);
  if (url.origin !== new URL(publicUrl).origin) return undefined;
  const path = url.pathname + url.search + url.hash;
  return path.startsWith('//') ? undefined : path;
}
