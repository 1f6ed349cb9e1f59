import { Entity, Property } from '@mikro-orm/decorators/legacy';
import { OrganizationAggregate } from '@propertea/chassis/store';
import { DomainError } from '@propertea/kernel';
import type { Member } from '../member/member.entity.js';

const VALID_MS = 60 * 60 * 1000;

/** A member's organization as another member sees it, for an hour, for reading only. */
@Entity({ tableName: 'view_as' })
export class ViewAs extends OrganizationAggregate {
  /** The user who looks. */
  @Property({ type: 'uuid' })
  viewerId!: string;

  /** Through whose eyes. */
  @Property({ type: 'uuid' })
  memberId!: string;

  @Property({ type: 'text', nullable: true })
  reason: string | null = null;

  @Property({ type: 'timestamptz' })
  expiresAt!: Date;

  @Property({ type: 'timestamptz', nullable: true })
  endedAt: Date | null = null;

  static begin(viewerId: string, member: Member, reason: string | null, now: Date): ViewAs {
    if (member.userId === viewerId) {
      throw new DomainError('INVALID_INPUT', 'This is you. Choose another member.', {
        path: ['input', 'memberId'],
      });
    }
    return Object.assign(new ViewAs(), {
      organizationId: member.organizationId,
      viewerId,
      memberId: member.id,
      reason,
      createdAt: now,
      expiresAt: new Date(now.getTime() + VALID_MS),
    });
  }

  /** When it is over, or since when it is. */
  @Property({ persist: false, hidden: true, type: 'timestamptz' })
  get endsAt(): Date {
    return this.endedAt ?? this.expiresAt;
  }

  isOverAt(now: Date): boolean {
    return this.endsAt <= now;
  }

  end(now: Date): void {
    this.endedAt = now;
  }
}
