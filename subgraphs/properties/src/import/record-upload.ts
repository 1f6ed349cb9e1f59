import { isDeepStrictEqual } from 'node:util';
import type { EntityManager } from '@mikro-orm/postgresql';
import { defineCommand } from '@propertea/chassis/store';
import { Fault, type Identity } from '@propertea/kernel';
import { z } from 'zod';
import { demandImporter, visibleImports } from './import.policy.js';
import type { FileHead } from './file-head.js';
import type { MappingProposal } from './import-field.js';
import { Import, ImportState } from './import.entity.js';
import { forgetFindings } from './import-report.js';
import { IMPORT_LIMITS } from './limits.js';
import { titleOf } from './mapping.js';
import { proposeMapping } from './propose-mapping.js';
import { REASON_COLUMNS } from './rejected-csv.js';
import { demandRoom, lockUploads } from './upload-quota.js';

/** How many earlier imports are looked at for one of the same headings. */
const LOOKED_BACK = 50;
const SWEPT_AT_ONCE = 100;

/** Records a file that has been stored under the id of its import; throws `QuotaExceeded`. */
export const recordUpload = defineCommand({
  name: 'recordUpload',
  input: z.object({
    importId: z.uuid(),
    fileName: z.string().min(1).max(200),
    fileBytes: z.int().min(1).max(IMPORT_LIMITS.fileBytes),
    head: z.custom<FileHead>(),
  }),
  async run({ input, em, identity, audit, now }) {
    demandImporter(identity);
    const { organizationId, subject } = identity;
    if (!organizationId)
      throw new Fault(
        'BAD_USER_INPUT',
        'Choose an organization: send its id as x-organization-id.',
      );
    const { importId: id, fileName, fileBytes, head } = input;
    await lockUploads(em, organizationId);
    for (const old of await forgotten(em, organizationId, now)) {
      old.discard();
      audit(old, 'import.discarded', { reason: 'Nobody imported the file within seven days.' });
      await forgetFindings(em, old);
    }
    await demandRoom(em, organizationId, now, fileBytes);
    const portfolioImport = Import.upload(organizationId, {
      id,
      uploadedBy: subject,
      fileName,
      fileBytes,
      columns: head.columns,
      proposal: (await earlier(em, identity, head)) ?? proposeMapping(head.headings),
    });
    em.persist(portfolioImport);
    audit(portfolioImport, 'import.uploaded');
    return portfolioImport;
  },
});

/** Imports whose files the sweep has removed; they wait for nothing any more. */
function forgotten(em: EntityManager, organizationId: string, now: Date): Promise<Import[]> {
  return em.find(
    Import,
    {
      organizationId,
      createdAt: { $lte: new Date(now.getTime() - IMPORT_LIMITS.keptMs) },
      $or: [
        { state: { $in: [ImportState.UPLOADED, ImportState.FAILED] } },
        { state: ImportState.COMPLETED, isDryRun: true },
      ],
    },
    { orderBy: { createdAt: 'ASC' }, limit: SWEPT_AT_ONCE },
  );
}

/** The mapping of the newest import of a file with the same headings, such as that of its rejected rows. */
async function earlier(
  em: EntityManager,
  identity: Identity,
  { headings }: FileHead,
): Promise<MappingProposal | undefined> {
  const imports = await em.find(
    Import,
    { $and: [visibleImports(identity), { mapping: { $ne: null }, layout: { $ne: null } }] },
    { orderBy: { createdAt: 'DESC', id: 'DESC' }, limit: LOOKED_BACK, disableIdentityMap: true },
  );
  const wanted = own(headings.map(titleOf));
  for (const { columns, layout, mapping } of imports) {
    const titles = own((columns ?? []).map(({ title }) => title));
    if (layout && mapping && isDeepStrictEqual(titles, wanted)) {
      return { layout, mapping, isEarlier: true };
    }
  }
  return undefined;
}

function own(titles: string[]): string[] {
  return titles.filter((title) => !REASON_COLUMNS.includes(title)).toSorted();
}
