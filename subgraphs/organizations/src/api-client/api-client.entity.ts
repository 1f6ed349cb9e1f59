import { Entity, Property } from '@mikro-orm/decorators/legacy';
import { OrganizationAggregate } from '@propertea/chassis/store';
import { type ApiScope, DomainError, type Grant } from '@propertea/kernel';

/** What of a client can be said anew as long as it is not revoked. */
export interface ApiClientDetails {
  name: string;
  scopes: ApiScope[];
  grants: Grant[];
  expiresAt: Date | null;
}

/** A program of somebody else's that acts for an organization, never with more rights than its creator has. */
@Entity({ tableName: 'api_clients' })
export class ApiClient extends OrganizationAggregate {
  @Property({ type: 'text' })
  name!: string;

  @Property({ type: 'text', hidden: true })
  nameSearch!: string;

  @Property({ type: 'json' })
  scopes!: ApiScope[];

  /** As they were given; what of them holds at the moment depends on the creator (creator-rights.ts). */
  @Property({ type: 'json' })
  grants!: Grant[];

  /** The user whose rights bound those of the client. The history names them as who created it. */
  @Property({ type: 'uuid', hidden: true })
  createdBy!: string;

  @Property({ type: 'timestamptz', nullable: true })
  expiresAt: Date | null = null;

  @Property({ type: 'timestamptz', nullable: true })
  revokedAt: Date | null = null;

  static create(
    organizationId: string,
    createdBy: string,
    details: ApiClientDetails,
    now: Date,
  ): ApiClient {
    const client = Object.assign(new ApiClient(), { organizationId, createdBy, createdAt: now });
    client.change(details, now);
    return client;
  }

  /** Throws CONFLICT once it is revoked, INVALID_INPUT for an end that is not ahead. */
  change({ name, scopes, grants, expiresAt }: ApiClientDetails, now: Date): void {
    this.assertNotRevoked();
    const isNewEnd = expiresAt?.getTime() !== this.expiresAt?.getTime();
    if (expiresAt && isNewEnd && expiresAt <= now) {
      throw new DomainError('INVALID_INPUT', 'Choose a moment that is still ahead.', {
        path: ['input', 'expiresAt'],
      });
    }
    Object.assign(this, { name, nameSearch: name.toLowerCase(), scopes, grants, expiresAt });
  }

  revoke(now: Date): void {
    this.assertNotRevoked();
    this.revokedAt = now;
  }

  /** For who wants to change what is revoked for good. */
  assertNotRevoked(): void {
    if (!this.revokedAt) return;
    throw new DomainError('CONFLICT', 'This API client was revoked. Create another one.', {
      path: ['input', 'apiClientId'],
    });
  }

  isOverAt(now: Date): boolean {
    return this.revokedAt !== null || (this.expiresAt !== null && this.expiresAt <= now);
  }

  /** The state that its events carry; no key is ever part of it. */
  fact() {
    const { id, organizationId, name, scopes, createdBy } = this;
    return { apiClientId: id, organizationId, name, scopes, createdBy };
  }
}
