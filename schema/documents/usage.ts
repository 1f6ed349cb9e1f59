import { z } from 'zod';

const day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/);

const operationUsageSchema = z.object({
  /** At which door: `/graphql` or `/public/graphql`. */
  graph: z.enum(['portal', 'public']),
  /** Of the document whatever its layout; null for those beyond the limits of a day, taken together. */
  id: z.string().nullable(),
  name: z.string().nullable(),
  client: z.string(),
  count: z.number().int().nonnegative(),
  lastDay: day,
  coordinates: z.array(z.string()),
});

/** Who asked what in the last days: what the gateway counted. */
export const usageSchema = z.object({
  /** How many days were asked for, today included. */
  days: z.number().int().positive(),
  /** Those of them on which anything was counted, oldest first. */
  countedDays: z.array(day),
  /** Operations, and coordinates of operations, for which a day had no more room. */
  uncounted: z.number().int().nonnegative(),
  operations: z.array(operationUsageSchema),
});

export type OperationUsage = z.infer<typeof operationUsageSchema>;
export type Graph = OperationUsage['graph'];
export type Usage = z.infer<typeof usageSchema>;
