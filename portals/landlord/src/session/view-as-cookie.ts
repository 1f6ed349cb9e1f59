/** Holds the id of a begun "view as"; set for the path of its organization. No secret: only who began it can use it. */
export const VIEW_AS_COOKIE = 'propertea-view-as';

/** The cookie of a begun "view as", as `document.cookie` takes it; it goes when the view is over. */
export function viewAsCookie(
  organization: string,
  view: { id: string; expiresAt: string },
  now: Date = new Date(),
): string {
  const seconds = Math.floor((Date.parse(view.expiresAt) - now.getTime()) / 1000);
  return cookie(organization, view.id, Math.max(seconds, 0));
}

/** Takes the cookie away, as `document.cookie` takes it. */
export function noViewAsCookie(organization: string): string {
  return cookie(organization, '', 0);
}

function cookie(organization: string, value: string, maxAge: number): string {
  return `${VIEW_AS_COOKIE}=${value}; path=/${organization}; max-age=${maxAge}; samesite=lax`;
}
