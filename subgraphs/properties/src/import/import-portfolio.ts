import { defineCommand } from '@propertea/chassis/store';
import { DomainError, idOf, newId, notFoundMessage } from '@propertea/kernel';
import { z } from 'zod';
import { demandImporter, visibleImports } from './import.policy.js';
import { Import } from './import.entity.js';

/**
 * Asks for an uploaded file to be imported, or tried. The work itself is done by the worker, in the
 * caller's name and with the rights of this moment. Asking again for the same changes nothing.
 */
export const importPortfolio = defineCommand({
  name: 'importPortfolio',
  input: z.object({ importId: idOf('Import'), dryRun: z.boolean().default(false) }),
  async run({ input, em, identity, requestId, now, audit }) {
    demandImporter(identity);
    const found = await em.findOne(Import, {
      $and: [{ id: input.importId }, visibleImports(identity)],
    });
    if (!found) {
      throw new DomainError('NOT_FOUND', notFoundMessage('Import'), {
        path: ['input', 'importId'],
      });
    }
    if (!found.request(input.dryRun, now)) return found;
    audit(found, 'import.requested');
    await em.execute(
      `insert into properties.import_jobs (id, import_id, organization_id, identity, request_id) values (?, ?, ?, ?, ?)`,
      [newId(), found.id, found.organizationId, JSON.stringify(identity), requestId],
    );
    return found;
  },
});
