import { ORGANIZATIONS } from '../house.rooms.js';

const USER = '018f0000-0000-7000-8000-0000000a';

/** The UUID of the user behind a subject of the provider such as `caller-17`. */
export function userOf(subject: string): string {
  return USER + subject.replace('caller-', '').padStart(4, '0');
}

/** Users belong to one organization each: by turns to one of two. */
export function organizationOf(userId: string): string {
  return Number(userId.slice(-4)) % 2 === 0 ? ORGANIZATIONS.oak : ORGANIZATIONS.elm;
}

/** The unit that an event of this number tells of; no two events tell of one. */
export function unitOf(number: number): string {
  return `018f0000-0000-7000-8001-${String(number).padStart(12, '0')}`;
}

/** The number of the event that told of a unit. */
export function numberOf(unitId: string): number {
  return Number(unitId.slice(-12));
}
