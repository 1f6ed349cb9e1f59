'use client';

/** Says with whose eyes the portal is seen, and ends it. */
export function ViewAsBanner() {
  return null;
}
