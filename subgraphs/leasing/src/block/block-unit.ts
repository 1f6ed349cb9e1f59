import { defineCommand } from '@propertea/chassis/store';
import { idOf } from '@propertea/kernel';
import { unitBlocked } from '@propertea/schema/events';
import { z } from 'zod';
import { day } from '../days.js';
import { editableUnit } from '../lease/lease-ground.js';
import { lockUnits, recordAvailability } from '../occupancy/availability.js';
import { holdingOf, occupy } from '../occupancy/occupy.js';
import { BlockReason, OccupancyKind } from '../terms.js';
import { line } from '../text.js';
import { Block } from './block.entity.js';

/** What a person says of a block, field by field. */
export const blockShape = {
  reason: z.enum(BlockReason),
  note: line(1000).nullish(),
  startsOn: day,
  endsOn: day.nullish(),
};

/** Keeps a unit from being let for a time; nothing else may hold it then (R25). */
export const blockUnit = defineCommand({
  name: 'blockUnit',
  input: z.object({ rentableUnitId: idOf('RentableUnit'), ...blockShape }),
  async run({ input: { rentableUnitId, ...facts }, em, identity, now, audit, emit, journal }) {
    const field = 'rentableUnitId';
    const unit = await editableUnit(em, identity, rentableUnitId, { type: 'RentableUnit', field });
    const { organizationId } = unit;
    await lockUnits(em, organizationId, [unit.id], now);
    const block = Block.create(unit, facts);
    await occupy(em, holdingOf(block, OccupancyKind.BLOCK), ['input', 'startsOn']);
    em.persist(block);
    audit(block, 'unit.blocked');
    emit(unitBlocked, block, block.fact());
    await recordAvailability(em, journal, organizationId, [unit.id], now);
    return block;
  },
});
