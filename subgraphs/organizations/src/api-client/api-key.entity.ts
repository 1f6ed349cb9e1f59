import { createHash, randomBytes } from 'node:crypto';
import { Entity, Property } from '@mikro-orm/decorators/legacy';
import { OrganizationAggregate } from '@propertea/chassis/store';
import { API_KEY_PREFIX, DomainError } from '@propertea/kernel';
import type { ApiClient } from './api-client.entity.js';

const SECRET_BYTES = 32;

/** By which an API client is known; the key itself is shown once and only its hash is kept. */
@Entity({ tableName: 'api_keys' })
export class ApiKey extends OrganizationAggregate {
  @Property({ type: 'uuid' })
  apiClientId!: string;

  /** A key has 256 random bits, so a plain hash cannot be turned back and needs no salt. */
  @Property({ type: 'text', hidden: true })
  hash!: string;

  @Property({ type: 'text' })
  lastFour!: string;

  @Property({ type: 'timestamptz', nullable: true })
  expiresAt: Date | null = null;

  @Property({ type: 'timestamptz', nullable: true })
  revokedAt: Date | null = null;

  /** To a few minutes, as the gateways tell (access/record-api-key-use.ts). */
  @Property({ type: 'timestamptz', nullable: true, hidden: true })
  lastUsedAt: Date | null = null;

  /** Returns the stored half and the key, which cannot be had again. */
  static make({ organizationId, id }: ApiClient, now: Date): { stored: ApiKey; key: string } {
    const key = `${API_KEY_PREFIX}${randomBytes(SECRET_BYTES).toString('base64url')}`;
    const stored = Object.assign(new ApiKey(), {
      organizationId,
      apiClientId: id,
      hash: ApiKey.hash(key),
      lastFour: key.slice(-4),
      createdAt: now,
    });
    return { stored, key };
  }

  static hash(key: string): string {
    return createHash('sha256').update(key).digest('hex');
  }

  isOverAt(now: Date): boolean {
    return this.revokedAt !== null || (this.expiresAt !== null && this.expiresAt <= now);
  }

  /** Another key took its place; it is good until then and never longer than it was. Whether that is news. */
  endAt(until: Date): boolean {
    if (this.expiresAt && this.expiresAt <= until) return false;
    this.expiresAt = until;
    return true;
  }

  revoke(now: Date): void {
    if (this.isOverAt(now)) {
      throw new DomainError('CONFLICT', 'This key is no longer good.', {
        path: ['input', 'apiKeyId'],
      });
    }
    this.revokedAt = now;
  }
}
