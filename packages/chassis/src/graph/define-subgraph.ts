import type { RequestListener } from 'node:http';
import type { EntityClass } from '@mikro-orm/core';
import type { Clock, Identity } from '@propertea/kernel';
import type { Logger } from 'pino';
import type { NonEmptyArray } from 'type-graphql';
import type { z } from 'zod';
import type { Consumer, Schedule, Snapshot } from '../messaging/index.js';
import type { CommandServices, Violations } from '../store/index.js';
import type { RoomContext } from './context.js';

/** What a room's own HTTP routes and background work stand on. */
export interface RoomServices<Settings = unknown> extends CommandServices {
  settings: Settings;
  logger: Logger;
  clock: Clock;
  /** Identity of a plain HTTP request by its assertion; throws a Fault without a valid one. */
  identify: (headers: Record<string, string | string[] | undefined>) => Promise<Identity>;
}

/** Something that runs beside requests, such as the worker of imports. */
export interface Background {
  stop(): Promise<void>;
}

/** A room: an Apollo subgraph that owns one Postgres schema. */
export interface SubgraphDefinition<Settings extends z.ZodType = z.ZodType> {
  /** Name of the subgraph, its schema and its folder. */
  name: string;
  resolvers: NonEmptyArray<Function>;
  /** Object types that no field of this room returns, such as entities it only extends. */
  orphanedTypes?: Function[];
  /**
   * How an entity with a `@key` is found by reference. `id` is the stored UUID; a malformed id
   * never arrives. Return null for what does not exist or may not be seen.
   */
  references: Record<
    string,
    (context: RoomContext, id: string, reference: Record<string, unknown>) => unknown
  >;
  entities: EntityClass<unknown>[];
  /** Folder of `.sql` migrations. */
  migrations: URL;
  /** What the room's database constraints mean to a person. */
  violations: Violations;
  consumers: readonly Consumer[];
  /** What the room does at due moments, such as each midnight of a property. */
  schedules?: readonly Schedule[];
  /** State of this room that others keep copies of: published anew on request. */
  snapshots?: readonly Snapshot[];
  /** Whether a room may publish a type: what another one sends in its name is refused. */
  mayPublish?: (room: string, type: string) => boolean;
  settings: Settings;
  /** The room's own HTTP routes by path prefix, beside GraphQL and health. */
  routes?: (services: RoomServices<z.output<Settings>>) => Record<string, RequestListener>;
  background?: (services: RoomServices<z.output<Settings>>) => Background;
}

export function defineSubgraph<Settings extends z.ZodType>(
  definition: SubgraphDefinition<Settings>,
): SubgraphDefinition<Settings> {
  return definition;
}
