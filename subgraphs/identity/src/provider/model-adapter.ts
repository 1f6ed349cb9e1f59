import type { Clock } from '@propertea/kernel';
import { createHash } from 'node:crypto';
import { errors, type Adapter, type AdapterPayload } from 'oidc-provider';
import type { PlatformStore, Row } from '../platform-store.js';

/** Ids of sessions, codes and refresh tokens are secrets: only their hash is stored. */
function hash(id: string): string {
  return createHash('sha256').update(id).digest('base64url');
}

/** The payload without the secrets that would give its owner's cookie or token away. */
function withoutSecrets(payload: AdapterPayload): AdapterPayload {
  const { jti: _jti, ...rest } = payload;
  if (rest.session && typeof rest.session === 'object') {
    const { cookie: _cookie, ...session } = rest.session;
    return { ...rest, session };
  }
  return rest;
}

function text(value: unknown): string | null {
  return typeof value === 'string' ? value : null;
}

/**
 * Keeps the provider's models in Postgres, one table for all kinds. Grant ids are hashed as every other
 * id; `uid` of a session is no secret.
 */
export class ModelAdapter implements Adapter {
  constructor(
    private readonly kind: string,
    private readonly store: PlatformStore,
    private readonly clock: Clock,
  ) {}

  async upsert(id: string, payload: AdapterPayload, expiresIn?: number): Promise<void> {
    const now = this.clock.now();
    const expiresAt = expiresIn ? new Date(now.getTime() + expiresIn * 1000) : null;
    await this.store((sql) =>
      sql(
        `insert into identity.oidc_models
           (kind, id_hash, payload, account_id, grant_hash, uid, expires_at, created_at)
         values (?, ?, ?::jsonb, ?, ?, ?, ?, ?)
         on conflict (kind, id_hash) do update set payload = excluded.payload,
           account_id = excluded.account_id, grant_hash = excluded.grant_hash, uid = excluded.uid,
           expires_at = excluded.expires_at`,
        [
          this.kind,
          hash(id),
          JSON.stringify(withoutSecrets(payload)),
          text(payload.accountId),
          payload.grantId ? hash(payload.grantId) : null,
          text(payload.uid),
          expiresAt,
          now,
        ],
      ),
    );
  }

  async find(id: string): Promise<AdapterPayload | undefined> {
    const [row] = await this.store((sql) =>
      sql(
        `select payload, extract(epoch from consumed_at)::float8 as consumed
         from identity.oidc_models
         where kind = ? and id_hash = ? and (expires_at is null or expires_at > ?)`,
        [this.kind, hash(id), this.clock.now()],
      ),
    );
    return row ? { ...payloadOf(row), jti: id } : undefined;
  }

  /**
   * The session of a uid. Its own id stays unknown: the library reads such a session to see whether
   * tokens bound to it still live, and never saves it.
   */
  async findByUid(uid: string): Promise<AdapterPayload | undefined> {
    const [row] = await this.store((sql) =>
      sql(
        `select payload, extract(epoch from consumed_at)::float8 as consumed
         from identity.oidc_models
         where kind = ? and uid = ? and (expires_at is null or expires_at > ?)`,
        [this.kind, uid, this.clock.now()],
      ),
    );
    return row ? payloadOf(row) : undefined;
  }

  async findByUserCode(): Promise<undefined> {
    return undefined;
  }

  /** Marks a code or refresh token as used; of two at the same moment one is refused. */
  async consume(id: string): Promise<void> {
    const consumed = await this.store((sql) =>
      sql(
        `update identity.oidc_models set consumed_at = ?
         where kind = ? and id_hash = ? and consumed_at is null returning id_hash`,
        [this.clock.now(), this.kind, hash(id)],
      ),
    );
    if (consumed.length === 0) throw new errors.InvalidGrant('already used');
  }

  async destroy(id: string): Promise<void> {
    await this.store((sql) =>
      sql('delete from identity.oidc_models where kind = ? and id_hash = ?', [this.kind, hash(id)]),
    );
  }

  async revokeByGrantId(grantId: string): Promise<void> {
    await this.store((sql) =>
      sql('delete from identity.oidc_models where kind = ? and grant_hash = ?', [
        this.kind,
        hash(grantId),
      ]),
    );
  }
}

function payloadOf(row: Row): AdapterPayload {
  const stored: unknown = row.payload;
  const payload = (typeof stored === 'string' ? JSON.parse(stored) : stored) as AdapterPayload;
  return row.consumed === null ? payload : { ...payload, consumed: Number(row.consumed) };
}
