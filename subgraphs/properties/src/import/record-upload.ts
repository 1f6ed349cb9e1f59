import { defineCommand } from '@propertea/chassis/store';
import { Fault } from '@propertea/kernel';
import { z } from 'zod';
import { demandImporter } from './import.policy.js';
import { Import } from './import.entity.js';
import { IMPORT_LIMITS } from './limits.js';

/** Records a file that has been stored under the id of its import. */
export const recordUpload = defineCommand({
  name: 'recordUpload',
  input: z.object({
    importId: z.uuid(),
    fileName: z.string().min(1).max(200),
    fileBytes: z.int().min(1).max(IMPORT_LIMITS.fileBytes),
  }),
  async run({ input, em, identity, audit }) {
    demandImporter(identity);
    const { organizationId, subject } = identity;
    if (!organizationId)
      throw new Fault(
        'BAD_USER_INPUT',
        'Choose an organization: send its id as x-organization-id.',
      );
    const { importId: id, fileName, fileBytes } = input;
    const portfolioImport = Import.upload(organizationId, {
      id,
      uploadedBy: subject,
      fileName,
      fileBytes,
    });
    em.persist(portfolioImport);
    audit(portfolioImport, 'import.uploaded');
    return portfolioImport;
  },
});
