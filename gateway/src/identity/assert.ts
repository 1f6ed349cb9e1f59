import type { Identity } from '@propertea/kernel';

/** Signs what a room learns about the caller. */
export type Assert = (identity: Identity, room: string) => string;
