import { Entity, Property as Column } from '@mikro-orm/decorators/legacy';
import { OrganizationAggregate } from '@propertea/chassis/store';
import type { MoveKind } from '../terms.js';

export interface MoveChecklistItem {
  label: string;
  isDone: boolean;
  note: string | null;
}

/** What is to be looked after when somebody moves in or out. */
@Entity({ tableName: 'move_checklists' })
export class MoveChecklist extends OrganizationAggregate {
  @Column({ type: 'uuid' })
  leaseId!: string;

  @Column({ type: 'text' })
  kind!: MoveKind;

  @Column({ type: 'json' })
  items: MoveChecklistItem[] = [];

  @Column({ type: 'timestamptz', nullable: true })
  completedAt: Date | null = null;
}
