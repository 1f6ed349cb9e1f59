import { defineCommand } from '@propertea/chassis/store';
import { idOf } from '@propertea/kernel';
import { unitBlocked } from '@propertea/schema/events';
import { z } from 'zod';
import { lockUnits, recordAvailability } from '../occupancy/availability.js';
import { holdingOf, occupy } from '../occupancy/occupy.js';
import { OccupancyKind } from '../terms.js';
import { version } from '../text.js';
import { blockShape } from './block-unit.js';
import { editableBlock } from './editable-block.js';

/** Says something else of a block, other days included; what is left out stays, null is removed. */
export const changeBlock = defineCommand({
  name: 'changeBlock',
  input: z.object({ blockId: idOf('Block'), version, ...z.object(blockShape).partial().shape }),
  async run({ input, em, identity, now, audit, emit, journal }) {
    const { blockId, version: seen, ...facts } = input;
    const block = await editableBlock(em, identity, { blockId, version: seen });
    const { organizationId, unitId } = block;
    block.change(facts);
    await lockUnits(em, organizationId, [unitId], now);
    await occupy(em, holdingOf(block, OccupancyKind.BLOCK), ['input', 'startsOn']);
    audit(block, 'unit.block-changed');
    emit(unitBlocked, block, block.fact());
    await em.flush();
    await recordAvailability(em, journal, organizationId, [unitId], now);
    return block;
  },
});
