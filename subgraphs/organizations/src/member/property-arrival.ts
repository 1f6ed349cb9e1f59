import type { RoomContext } from '@propertea/chassis/graph';
import { awaitArrival } from '@propertea/chassis/store';
import { decodeId } from '@propertea/kernel';
import { OwnedProperty } from '../company/owned-property.entity.js';

/**
 * Waits for a property that was created moments ago and whose fact is still on its way. Called before
 * the command takes its transaction, so that waiting holds no connection that others need.
 */
export async function propertyArrival(
  context: RoomContext,
  edgeId: string | null | undefined,
): Promise<void> {
  const id = edgeId ? decodeId('Property', edgeId) : undefined;
  const { organizationId } = context.identity;
  if (id === undefined || !organizationId) return;
  await awaitArrival(id, async () => {
    const found = await (await context.em()).findOne(OwnedProperty, { organizationId, id });
    await context.close();
    return found;
  });
}
