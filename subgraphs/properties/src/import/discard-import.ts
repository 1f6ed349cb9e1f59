import { defineCommand } from '@propertea/chassis/store';
import { idOf } from '@propertea/kernel';
import { z } from 'zod';
import { editableImport } from './editable-import.js';
import { forgetFindings } from './import-report.js';

/** Gives up an upload that is not wanted. Its file goes once this is committed; asking again changes nothing. */
export const discardImport = defineCommand({
  name: 'discardImport',
  input: z.object({ importId: idOf('Import') }),
  async run({ input, em, identity, audit }) {
    const found = await editableImport(em, identity, input.importId);
    if (!found.discard()) return found;
    audit(found, 'import.discarded');
    await forgetFindings(em, found);
    return found;
  },
});
