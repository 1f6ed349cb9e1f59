import { defineEvent } from '@propertea/kernel';
import { z } from 'zod';
import { id, persona } from './shapes.js';

/** What an aggregate looked like, by field name. */
const state = z.record(z.string(), z.unknown());

export const auditEntry = z.object({
  entryId: id,
  room: z.string().min(1),
  aggregateType: z.string().min(1),
  aggregateId: id,
  action: z.string().min(1),
  /** An instant in UTC. */
  at: z.iso.datetime(),
  /** An API client acts as STAFF that is no user. */
  actor: z.object({ userId: id.nullable(), persona, apiClientId: id.optional() }),
  before: state.nullable(),
  after: state.nullable(),
  reason: z.string().nullable(),
  requestId: z.string().nullable(),
});

/** State changes of one transaction, at most 100 an event. Every room publishes it (R47). */
export const auditRecorded = defineEvent({
  type: 'audit.recorded',
  version: 1,
  data: z.object({ entries: z.array(auditEntry).min(1).max(100) }),
});
