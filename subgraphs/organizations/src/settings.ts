import { z } from 'zod';

/** What the room must be told: the address at which people reach the platform. */
export const settings = z.object({ publicUrl: z.url() });
