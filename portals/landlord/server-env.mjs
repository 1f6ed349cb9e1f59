import { METRICS_VARIABLES, readEnv as parse } from '@propertea/kernel';
import { z } from 'zod';

/** The environment of the portal as a process. */
export function readEnv(source) {
  return parse(
    {
      NODE_ENV: z.enum(['production', 'development']).default('production'),
      HOST: z.string().default('127.0.0.1'),
      PORT: z.coerce.number().int().min(0).max(65_535).default(4001),
      /** The portal as browsers see it. */
      PORTAL_URL: z.url().default('http://localhost:4001'),
      /** Where the gateway answers this process. */
      GATEWAY_URL: z.url().default('http://127.0.0.1:4000'),
      /** The gateway as browsers see it: its sign-in pages are there. */
      GATEWAY_PUBLIC_URL: z.url().default('http://localhost:4000'),
      /** Map tiles, such as https://tiles.example/{z}/{x}/{y}.png; without one maps are plain plots. */
      TILE_URL: z.string().optional(),
      TILE_ATTRIBUTION: z.string().optional(),
      ...METRICS_VARIABLES,
    },
    source,
  );
}
