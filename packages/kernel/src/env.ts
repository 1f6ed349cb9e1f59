import { z } from 'zod';

/** What is wrong with the environment, one line a variable. */
export class EnvError extends Error {
  constructor(readonly problems: readonly string[]) {
    super(`The environment is not complete:\n${problems.map((line) => `  ${line}`).join('\n')}`);
    this.name = 'EnvError';
  }
}

/**
 * Parses the environment once and shows every error at once.
 * An empty string counts as unset. Throws EnvError.
 */
export function readEnv<Shape extends z.ZodRawShape>(
  shape: Shape,
  source: Record<string, string | undefined>,
): z.output<z.ZodObject<Shape>> {
  const given = Object.fromEntries(Object.entries(source).filter(([, value]) => value !== ''));
  const parsed = z.object(shape).safeParse(given);
  if (parsed.success) return parsed.data;
  throw new EnvError(
    parsed.error.issues.map((issue) => {
      const name = String(issue.path[0] ?? '');
      return given[name] === undefined ? `${name}: is required` : `${name}: ${issue.message}`;
    }),
  );
}

/** A JSON value in a variable, parsed by its own schema. */
export function jsonVariable<T extends z.ZodType>(schema: T) {
  return z
    .string()
    .transform((text, context) => {
      try {
        return JSON.parse(text) as unknown;
      } catch {
        context.issues.push({ code: 'custom', message: 'is not JSON', input: text });
        return z.NEVER;
      }
    })
    .pipe(schema);
}

/**
 * Where a process tells its metrics: without a port nowhere, without a host on this machine alone. The
 * token is what their reader must send; beyond this machine it is required.
 */
export const METRICS_VARIABLES = {
  METRICS_PORT: z.coerce.number().int().min(0).max(65_535).optional(),
  METRICS_HOST: z.string().default('127.0.0.1'),
  METRICS_TOKEN: z.string().min(16, 'must have at least 16 characters').optional(),
};
