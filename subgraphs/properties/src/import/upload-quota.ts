import type { EntityManager } from '@mikro-orm/postgresql';
import { Fault } from '@propertea/kernel';
import { ImportState } from './import.entity.js';
import { IMPORT_LIMITS } from './limits.js';

const MEGABYTE = 1024 * 1024;

/** Why an upload is refused while others wait; `reason` is for programs. */
export class QuotaExceeded extends Fault {
  constructor(
    readonly reason: 'TOO_MANY_UPLOADS' | 'UPLOADS_TOO_LARGE',
    message: string,
  ) {
    super('CONFLICT', message);
  }
}

/**
 * Throws `QuotaExceeded` where one more file of this size would be too much for the organization in
 * which the transaction stands. Files count from their upload until they are imported, discarded or
 * seven days old.
 */
export async function demandRoom(
  em: EntityManager,
  organizationId: string,
  now: Date,
  fileBytes: number,
): Promise<void> {
  const [open] = await em.execute<{ files: number; bytes: string }[]>(
    /* sql */ `
    select count(*)::int as files, coalesce(sum(file_bytes::bigint), 0)::text as bytes from properties.imports
    where organization_id = ? and created_at > ? and state <> ? and not (state = ? and not is_dry_run)`,
    [
      organizationId,
      new Date(now.getTime() - IMPORT_LIMITS.keptMs),
      ImportState.DISCARDED,
      ImportState.COMPLETED,
    ],
  );
  if (!open) return;
  const remedy = 'Import or discard some of them first.';
  if (open.files >= IMPORT_LIMITS.openUploads) {
    throw new QuotaExceeded(
      'TOO_MANY_UPLOADS',
      `The organization has ${open.files} uploaded files that are neither imported nor discarded; ${IMPORT_LIMITS.openUploads} are the most. ${remedy}`,
    );
  }
  if (Number(open.bytes) + fileBytes > IMPORT_LIMITS.openBytes) {
    throw new QuotaExceeded(
      'UPLOADS_TOO_LARGE',
      `With this file the organization would have more than ${IMPORT_LIMITS.openBytes / MEGABYTE} MB of uploaded files that are neither imported nor discarded. ${remedy}`,
    );
  }
}

/** From here to the end of the transaction no other upload of the organization is recorded. */
export async function lockUploads(em: EntityManager, organizationId: string): Promise<void> {
  await em.execute(`select pg_advisory_xact_lock(hashtextextended(?, 0))`, [
    `propertea.upload.${organizationId}`,
  ]);
}
