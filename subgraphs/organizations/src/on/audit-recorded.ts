import { on } from '@propertea/chassis/messaging';
import { insertRows } from '@propertea/chassis/store';
import { auditRecorded } from '@propertea/schema/events';

const COLUMNS =
  'id uuid, organization_id uuid, room text, aggregate_type text, aggregate_id uuid, action text, at timestamptz, actor_id uuid, persona text, before jsonb, after jsonb, reason text, request_id text';

/** The audit log collects what every room recorded about the organization. */
export const onAuditRecorded = on(auditRecorded, async ({ event, em }) => {
  const rows = event.data.entries.map((entry) => ({
    id: entry.entryId,
    organization_id: event.organizationid,
    room: entry.room,
    aggregate_type: entry.aggregateType,
    aggregate_id: entry.aggregateId,
    action: entry.action,
    at: entry.at,
    actor_id: entry.actor.apiClientId ?? entry.actor.userId,
    persona: entry.actor.apiClientId ? 'INTEGRATOR' : entry.actor.persona,
    before: entry.before,
    after: entry.after,
    reason: entry.reason,
    request_id: entry.requestId ?? '',
  }));
  await insertRows(em, 'organizations.audit_log', COLUMNS, rows);
});
