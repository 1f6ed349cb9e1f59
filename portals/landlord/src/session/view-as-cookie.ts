/** Holds the id of a begun "view as"; set for the path of its organization. No secret: only who began it can use it. */
export const VIEW_AS_COOKIE = 'propertea-view-as';
