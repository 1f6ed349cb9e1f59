import { systemIdentity } from '@propertea/kernel';
import { z } from 'zod';
import type { HouseDoor } from '../door.js';
import { Refusal } from '../failure.js';

const told = z.array(z.object({ message: z.string() }));

/** Asks a room as the platform, in an organization (its UUID) or in none. @throws Refusal with the first error. */
export async function askRoom<T extends z.ZodType>(
  door: HouseDoor,
  room: string,
  organizationId: string | null,
  request: { query: string; variables?: Record<string, unknown> },
  shape: T,
): Promise<z.output<T>> {
  const { data, errors } = await door.ask(room, request, systemIdentity(organizationId));
  if (errors?.[0]) throw new Refusal(`The room ${room} answers: ${errors[0].message}`);
  return shape.parse(data);
}

/** Carries out a command; returns what its payload selects. @throws Refusal where the domain refuses. */
export async function commandRoom<T extends z.ZodRawShape>(
  door: HouseDoor,
  room: string,
  organizationId: string | null,
  command: { name: string; input: object; select: string },
  fields: T,
): Promise<z.output<z.ZodObject<T>>> {
  const { name, input, select } = command;
  const type = `${name[0]?.toUpperCase()}${name.slice(1)}Input`;
  const query = `mutation ($input: ${type}!) { ${name}(input: $input) { ${select} errors { message } } }`;
  const refusable = z.object({ [name]: z.object({ errors: told }) });
  const shape = z.object({ [name]: z.object(fields) });
  const request = { query, variables: { input } };
  const { data, errors } = await door.ask(room, request, systemIdentity(organizationId));
  const refusal = errors?.[0] ?? refusable.parse(data)[name]?.errors[0];
  if (refusal) throw new Refusal(`${name}: ${refusal.message}`);
  return shape.parse(data)[name] as z.output<z.ZodObject<T>>;
}
