import { defineCommand } from '@propertea/chassis/store';
import { z } from 'zod';
import type { Finding } from './finding.js';
import { ImportReport } from './import-report.js';
import { Import } from './import.entity.js';

/** Ends an import that wrote nothing; `finding` is what is wrong with its file as a whole. */
export const failImport = defineCommand({
  name: 'failImport',
  input: z.object({
    importId: z.uuid(),
    reason: z.string().min(1),
    finding: z.custom<Finding>().nullable(),
  }),
  async run({ input, em, now, audit }) {
    const found = await em.findOne(Import, { id: input.importId });
    if (!found?.isRunning) return;
    const report = await ImportReport.open(em, found);
    if (input.finding) report.add(input.finding);
    await report.write();
    found.fail(input.reason, now, report.counts);
    audit(found, 'import.failed', { reason: input.reason });
  },
});
