import type { CacheQuestion } from '@propertea/executor';
import { decodeId, type Identity } from '@propertea/kernel';
import type { LiveEvent } from '../live/live-event.js';

/** The types whose changes are told by events, by the field of the events' data that names one. */
const NAMED = {
  companyId: 'Company',
  propertyId: 'Property',
  buildingId: 'Building',
  unitId: 'Unit',
} as const;
type Named = (typeof NAMED)[keyof typeof NAMED];
const NAMED_TYPES: ReadonlySet<string> = new Set(Object.values(NAMED));

const everythingOf = (organizationId: string) => organizationId;
const roomOf = (organizationId: string, room: string) => `${organizationId} ${room}`;
const anyOf = (organizationId: string, type: string) => `${organizationId} any ${type}`;
const oneOf = (organizationId: string, type: string, id: string) =>
  `${organizationId} ${type} ${id}`;

/**
 * On what an answer hangs: the entity that it is about, any entity of the types that are in it besides, what is
 * written at its room, and what everything of the organization hangs on.
 */
export function tagsOf({ part, entity }: CacheQuestion, { organizationId }: Identity): string[] {
  if (part.scope === 'PUBLIC' || organizationId === null) return [];
  const tags = [everythingOf(organizationId), roomOf(organizationId, part.subgraph)];
  for (const type of part.types) if (NAMED_TYPES.has(type)) tags.push(anyOf(organizationId, type));
  const type = String(entity?.['__typename']);
  if (!NAMED_TYPES.has(type)) return tags;
  // The event of a unit that moved does not name the building that it left.
  const id = type === 'Building' ? undefined : decodeId(type as Named, String(entity?.['id']));
  return [
    ...tags,
    id === undefined ? anyOf(organizationId, type) : oneOf(organizationId, type, id),
  ];
}

/**
 * What an event changes. Nothing is worked out of a unit but numbers of what it lies in, which the event names;
 * addresses and codes of all others show in whatever lies below them.
 */
export function tagsChangedBy({ name, organizationId, data }: LiveEvent): string[] {
  if (!name.startsWith('unit.')) return [everythingOf(organizationId)];
  return Object.entries(NAMED).flatMap(([field, type]) => {
    const id = data[field];
    return typeof id === 'string'
      ? [anyOf(organizationId, type), oneOf(organizationId, type, id)]
      : [];
  });
}

/** What a mutation sent to these rooms may have changed. */
export function tagsWrittenBy(rooms: ReadonlySet<string>, { organizationId }: Identity): string[] {
  if (organizationId === null) return [];
  return [...rooms].map((room) => roomOf(organizationId, room));
}
