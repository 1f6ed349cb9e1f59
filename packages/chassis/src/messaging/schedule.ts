import type { EntityManager } from '@mikro-orm/postgresql';
import type { Journal } from '../store/index.js';

/** One due moment while it is worked on, all of it inside its one transaction. */
export interface ScheduleScope {
  organizationId: string;
  /** What within the organization is due: usually an aggregate's id. */
  key: string;
  /** The moment this run is for; after downtime it lies in the past, and the next one follows. */
  dueAt: Date;
  now: Date;
  /** As the room's worker in the organization. */
  em: EntityManager;
  audit: Journal['audit'];
  emit: Journal['emit'];
  /** For bulk writes, and for setting other schedules going. */
  journal: Journal;
}

/** Something that a room does when its moment comes. */
export interface Schedule {
  name: string;
  /** Returns the next due moment, later than this one, or null: then the key has none any more. */
  run: (scope: ScheduleScope) => Promise<Date | null>;
}

/**
 * Declares what is done at a due moment. `journal.schedule` of a command or consumer says when a key
 * is due first. A moment is run once however many processes there are, those of one organization in
 * the order of their dates; one that fails is tried again after growing pauses, others go on meanwhile.
 */
export function defineSchedule(schedule: Schedule): Schedule {
  if (!/^[a-z]+(?:-[a-z]+)*$/.test(schedule.name)) {
    throw new Error(`A schedule is named "what-is-done", not "${schedule.name}".`);
  }
  return schedule;
}
