/** The gateway's doors under the portal's own origin. */
export const SIGN_IN = '/auth/login';
export const SIGN_OUT = '/auth/logout';
/** Where a sign-in in a window of its own ends, which then closes. */
export const SIGNED_IN = '/signed-in';
