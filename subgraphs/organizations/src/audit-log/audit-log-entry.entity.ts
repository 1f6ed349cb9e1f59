import { Entity, Property } from '@mikro-orm/decorators/legacy';
import { AuditEntry } from '@propertea/chassis/store';

/** An audit entry of any room, collected for the organization's log. */
@Entity({ tableName: 'audit_log' })
export class AuditLogEntry extends AuditEntry {
  @Property({ type: 'text' })
  room!: string;
}
