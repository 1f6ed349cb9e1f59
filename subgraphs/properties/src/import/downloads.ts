import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import { once } from 'node:events';
import type { EntityManager } from '@mikro-orm/postgresql';
import type { RoomServices } from '@propertea/chassis/graph';
import { sessionFor } from '@propertea/chassis/store';
import { decodeId, encodeId, Fault, type Identity, notFoundMessage } from '@propertea/kernel';
import { answerError, statuses } from './http-answer.js';
import { Import } from './import.entity.js';
import { visibleImports } from './import.policy.js';
import { rejectedHeader, rejectedLine, type RejectedRow } from './rejected-csv.js';

const PATH = /^\/downloads\/imports\/([A-Za-z0-9_]{1,64})\/rejected\.csv$/u;
const ROWS_PER_READ = 500;
const BYTE_ORDER_MARK = '\ufeff';

/** Where the rejected rows of an import are fetched, relative to the gateway. */
export function rejectedRowsPath(importId: string): string {
  return `/downloads/imports/${encodeId('Import', importId)}/rejected.csv`;
}

/**
 * `GET /downloads/imports/:importId/rejected.csv`: the rejected rows with their original columns,
 * their number and the reasons. 404 for imports that are not there or may not be seen.
 */
export function downloadRoute(services: RoomServices): RequestListener {
  return (req, res) => {
    send(services, req, res).catch((error: unknown) => {
      if (res.headersSent) return void res.destroy();
      if (error instanceof Fault)
        return answerError(res, statuses[error.code] ?? 500, error.code, error.message);
      services.logger.error({ err: error }, 'a download failed');
      answerError(res, 500, 'INTERNAL', 'Something went wrong on our side.');
    });
  };
}

async function send(
  services: RoomServices,
  req: IncomingMessage,
  res: ServerResponse,
): Promise<void> {
  const identity = await services.identify(req.headers);
  const id = decodeId('Import', PATH.exec((req.url ?? '').split('?')[0] ?? '')?.[1] ?? '');
  const found =
    id !== undefined && identity.organizationId !== null && req.method === 'GET'
      ? await reading(services, identity, (em) =>
          em.findOne(Import, { $and: [{ id }, visibleImports(identity)] }),
        )
      : null;
  if (!found?.titles) throw new Fault('NOT_FOUND', notFoundMessage('Import'));
  res.writeHead(200, {
    'content-type': 'text/csv; charset=utf-8',
    'content-disposition': `attachment; filename="${encodeId('Import', found.id)}-rejected.csv"`,
    'x-content-type-options': 'nosniff',
    'cache-control': 'no-store',
  });
  const { titles } = found;
  res.write(BYTE_ORDER_MARK + rejectedHeader(titles));
  let after = 0;
  for (;;) {
    // A transaction for each page: a slow reader must not hold a connection.
    const rows = await reading(services, identity, (em) => rejectedRows(em, found, after));
    if (rows.length === 0 || res.destroyed) break;
    after = rows.at(-1)?.row ?? after;
    const isDrained = res.write(rows.map((row) => rejectedLine(titles, row)).join(''));
    if (!isDrained) await Promise.race([once(res, 'drain'), once(res, 'close')]);
  }
  res.end();
}

async function reading<T>(
  { store }: RoomServices,
  identity: Identity,
  run: (em: EntityManager) => Promise<T>,
): Promise<T> {
  const transaction = await store.begin(sessionFor(store.room, identity), { readOnly: true });
  try {
    return await run(transaction.em);
  } finally {
    await transaction.rollback();
  }
}

function rejectedRows(em: EntityManager, of: Import, after: number): Promise<RejectedRow[]> {
  return em.execute<RejectedRow[]>(
    /* sql */ `
    select row_number as row, cells, reasons from properties.import_rejections
    where organization_id = ? and import_id = ? and row_number > ? order by row_number limit ?`,
    [of.organizationId, of.id, after, ROWS_PER_READ],
  );
}
