import { createHash, randomBytes } from 'node:crypto';
import { Entity, Property } from '@mikro-orm/decorators/legacy';
import { OrganizationAggregate } from '@propertea/chassis/store';
import { DomainError, type Reach, type Role } from '@propertea/kernel';
import { reachOf, storedReach } from '../member/grant.entity.js';

const VALID_MS = 7 * 24 * 60 * 60 * 1000;

export type InvitationState = 'OPEN' | 'ACCEPTED' | 'REVOKED' | 'EXPIRED';

/** An offer of membership by link; only the hash of the link's token is kept. Valid for seven days. */
@Entity({ tableName: 'invitations' })
export class Invitation extends OrganizationAggregate {
  /** Kept out of histories, which outlive a person's wish to be forgotten. */
  @Property({ type: 'text', hidden: true })
  email!: string;

  @Property({ type: 'text', hidden: true })
  tokenHash!: string;

  @Property({ type: 'text' })
  role!: Role;

  @Property({ type: 'text' })
  reachKind!: Reach['kind'];

  @Property({ type: 'uuid', nullable: true })
  companyId: string | null = null;

  @Property({ type: 'uuid', nullable: true })
  propertyId: string | null = null;

  @Property({ type: 'uuid', nullable: true })
  invitedBy: string | null = null;

  @Property({ type: 'timestamptz' })
  expiresAt!: Date;

  @Property({ type: 'timestamptz', nullable: true })
  acceptedAt: Date | null = null;

  @Property({ type: 'uuid', nullable: true })
  acceptedBy: string | null = null;

  @Property({ type: 'timestamptz', nullable: true })
  revokedAt: Date | null = null;

  /** Returns the invitation and the token of its link, which is not kept and cannot be had again. */
  static make(
    organizationId: string,
    offer: { email: string; role: Role; reach: Reach; invitedBy: string | null },
    now: Date,
  ): { invitation: Invitation; token: string } {
    const token = randomBytes(32).toString('base64url');
    const invitation = Object.assign(new Invitation(), {
      organizationId,
      email: offer.email,
      role: offer.role,
      invitedBy: offer.invitedBy,
      tokenHash: Invitation.hash(token),
      expiresAt: new Date(now.getTime() + VALID_MS),
      ...storedReach(offer.reach),
    });
    return { invitation, token };
  }

  static hash(token: string): string {
    return createHash('sha256').update(token).digest('hex');
  }

  stateAt(now: Date): InvitationState {
    if (this.acceptedAt) return 'ACCEPTED';
    if (this.revokedAt) return 'REVOKED';
    return this.expiresAt <= now ? 'EXPIRED' : 'OPEN';
  }

  @Property({ persist: false, hidden: true, type: 'json' })
  get reach(): Reach {
    return reachOf(this);
  }

  accept(userId: string, now: Date): void {
    this.assertOpen(now, ['input', 'token']);
    this.acceptedAt = now;
    this.acceptedBy = userId;
  }

  revoke(now: Date): void {
    this.assertOpen(now, ['input', 'invitationId']);
    this.revokedAt = now;
  }

  private assertOpen(now: Date, path: string[]): void {
    if (this.stateAt(now) === 'OPEN') return;
    throw new DomainError(
      'INVITATION_EXPIRED',
      'This invitation is no longer valid. Ask for a new one.',
      { path },
    );
  }
}
