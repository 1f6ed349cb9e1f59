import { defineCommand } from '@propertea/chassis/store';
import { idOf } from '@propertea/kernel';
import { unitUnblocked } from '@propertea/schema/events';
import { z } from 'zod';
import { lockUnits, recordAvailability } from '../occupancy/availability.js';
import { vacate } from '../occupancy/occupy.js';
import { version } from '../text.js';
import { editableBlock } from './editable-block.js';

/** Takes a block away: the unit can be let again. */
export const removeBlock = defineCommand({
  name: 'removeBlock',
  input: z.object({ blockId: idOf('Block'), version }),
  async run({ input, em, identity, now, audit, emit, journal }) {
    const block = await editableBlock(em, identity, input);
    const { id: blockId, organizationId, unitId } = block;
    block.remove(now);
    await lockUnits(em, organizationId, [unitId], now);
    await vacate(em, { organizationId, leaseId: null, blockId });
    audit(block, 'unit.unblocked');
    emit(unitUnblocked, block, block.fact());
    await em.flush();
    await recordAvailability(em, journal, organizationId, [unitId], now);
    return block;
  },
});
