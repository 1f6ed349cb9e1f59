import { decodeId, type IdType } from '@propertea/kernel';
import type { Made } from './ground.js';

/** What a command answered of what it made. */
export interface Stored {
  id: string;
  version: number;
}

/** What a command made, with both forms of its id. */
export function madeOf(type: IdType, { id, version }: Stored): Made & { version: number } {
  const uuid = decodeId(type, id);
  if (uuid === undefined) throw new Error(`${id} is no id of a ${type}.`);
  return { id, uuid, version };
}
