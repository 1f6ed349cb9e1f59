import type { RoomContext } from '@propertea/chassis/graph';
import { settings } from '../settings.js';

/** The address that the invited person opens; its last part is the token. */
export function linkOf(context: RoomContext, token: string): string {
  const { publicUrl } = settings.parse(context.services.settings);
  return new URL(`/invitations/${token}`, publicUrl).href;
}
