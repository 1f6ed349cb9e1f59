import { defineCommand } from '@propertea/chassis/store';
import { z } from 'zod';
import { Import } from './import.entity.js';

/** The worker has read the file through once and begins with its rows. */
export const startImport = defineCommand({
  name: 'startImport',
  input: z.object({ importId: z.uuid(), rowsTotal: z.int().min(1) }),
  async run({ input, em, audit }) {
    const found = await em.findOneOrFail(Import, { id: input.importId });
    if (!found.isRunning) return;
    found.start(input.rowsTotal);
    audit(found, 'import.started');
  },
});
