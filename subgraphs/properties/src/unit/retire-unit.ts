import { defineCommand } from '@propertea/chassis/store';
import { idOf } from '@propertea/kernel';
import { unitRetired } from '@propertea/schema/events';
import { z } from 'zod';
import { reason, version } from '../text.js';
import { editableUnit } from './editable-unit.js';

/** Takes a unit out of the portfolio. */
export const retireUnit = defineCommand({
  name: 'retireUnit',
  input: z.object({ unitId: idOf('Unit'), version, reason }),
  async run({ input, em, identity, now, audit, emit }) {
    const unit = await editableUnit(em, identity, input);
    unit.retire(now);
    audit(unit, 'unit.retired', { reason: input.reason ?? null });
    emit(unitRetired, unit, unit.fact());
    return unit;
  },
});
