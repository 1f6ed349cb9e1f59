import {
  passedHeadersSchema,
  type TrafficRules,
  trafficRules,
  trafficRulesSchema,
} from '@propertea/executor';
import { readFile, stat } from 'node:fs/promises';
import { z } from 'zod';

const fileSchema = z.strictObject({
  /** Rules for all rooms. */
  defaults: trafficRulesSchema.optional(),
  /** What is another rule for one of them. */
  rooms: z.record(z.string(), trafficRulesSchema).default({}),
  /** Headers of the rooms' answers that are passed on to clients. */
  responseHeaders: passedHeadersSchema,
});

export interface TrafficSettings {
  readonly usual: TrafficRules;
  readonly rooms: ReadonlyMap<string, TrafficRules>;
  readonly responseHeaders: readonly string[];
}

export const USUAL_SETTINGS: TrafficSettings = {
  usual: trafficRules(),
  rooms: new Map(),
  responseHeaders: [],
};

/** What is wrong with the file, a line each, beginning with its path in the file. */
export class TrafficFileError extends Error {
  constructor(file: string, problems: readonly string[]) {
    super(`${file} is not valid:\n${problems.map((line) => `  ${line}`).join('\n')}`);
    this.name = 'TrafficFileError';
  }
}

/** Reads the file. Throws `TrafficFileError` with everything that is wrong in it. */
export async function readTrafficFile(
  path: string,
  rooms: readonly string[],
): Promise<TrafficSettings> {
  let given: unknown;
  try {
    given = JSON.parse(await readFile(path, 'utf8'));
  } catch (error) {
    const reason = error instanceof SyntaxError ? 'is not JSON' : 'cannot be read';
    throw new TrafficFileError(path, [`(the file): ${reason}: ${(error as Error).message}`]);
  }
  const parsed = fileSchema.safeParse(given);
  const problems = [...(parsed.error?.issues ?? []).map(told), ...unknownRooms(given, rooms)];
  if (!parsed.success || problems.length > 0) throw new TrafficFileError(path, problems);
  const { defaults, responseHeaders } = parsed.data;
  return {
    usual: trafficRules(defaults),
    rooms: new Map(
      Object.entries(parsed.data.rooms).map(([name, own]) => [name, trafficRules(defaults, own)]),
    ),
    responseHeaders,
  };
}

/** Something that changes with the file. */
export async function stampOf(path: string): Promise<string> {
  const { mtimeMs, size } = await stat(path);
  return `${mtimeMs} ${size}`;
}

function told({ path, message }: z.core.$ZodIssue): string {
  return `${path.join('.') || '(the file)'}: ${message}`;
}

function unknownRooms(given: unknown, known: readonly string[]): string[] {
  const rooms = isObject(given) && isObject(given['rooms']) ? Object.keys(given['rooms']) : [];
  return rooms
    .filter((name) => !known.includes(name))
    .map((name) => `rooms.${name}: is no room; there are ${known.join(', ')}`);
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
