import { readFile } from 'node:fs/promises';
import {
  GATEWAY_ROLE,
  keyValueProvisioningSql,
  postgresKeyValue,
  redisKeyValue,
} from '@propertea/gateway';
import type { KeyValue } from '@propertea/gateway';
import { createLogger } from '@propertea/chassis/runtime';
import type { Logger } from '@propertea/chassis/runtime';
import { probeServices, redis } from '@propertea/testkit';
import { buildSchema } from 'graphql';
import type { GraphQLSchema } from 'graphql';
import pg from 'pg';
import type { BenchOptions, Measurement } from '../harness.js';
import { openStand } from '../stand.js';

/** What the parts of this bench share. */
export interface DoorsStage {
  quick: boolean;
  log: BenchOptions['log'];
  logger: Logger;
  supergraphSdl: string;
  /** What clients know of it. */
  schema: GraphQLSchema;
  /** Operations of the landlord portal, and the folder that they are read from. */
  operations: readonly { name: string; body: string }[];
  operationsPath: string;
  stores: Record<'Postgres' | 'Redis', KeyValue>;
}

/** A part of the bench: a file of its own, listed in doors.bench.ts. */
export interface DoorsPart {
  /** For `--only`. */
  name: string;
  run(stage: DoorsStage): Promise<Measurement[]>;
}

const schemaFile = (name: string) => new URL(`../../../schema/${name}`, import.meta.url);

export async function openStage({
  quick,
  log,
}: BenchOptions): Promise<{ stage: DoorsStage; close: () => Promise<void> }> {
  await probeServices();
  const logger = createLogger('bench', 'error');
  const server = await redis();
  const stand = await openStand();
  const password = 'bench';
  const admin = new pg.Client({ connectionString: stand.adminUrl });
  await admin.connect();
  await admin.query(keyValueProvisioningSql({ password }));
  await admin.end();
  const url = new URL(stand.adminUrl);
  url.username = GATEWAY_ROLE;
  url.password = password;
  const stores = {
    Postgres: postgresKeyValue({ url: url.href, logger }),
    Redis: redisKeyValue({ url: server.value, logger }),
  };
  const { operations } = JSON.parse(
    await readFile(schemaFile('operations/landlord.json'), 'utf8'),
  ) as Pick<DoorsStage, 'operations'>;
  return {
    stage: {
      quick,
      log,
      logger,
      supergraphSdl: await readFile(schemaFile('supergraph.graphql'), 'utf8'),
      schema: buildSchema(await readFile(schemaFile('api.graphql'), 'utf8'), {
        assumeValidSDL: true,
      }),
      operations,
      operationsPath: schemaFile('operations/').pathname,
      stores,
    },
    close: async () => {
      for (const store of Object.values(stores)) await store.close();
      await server.stop();
      await stand.close();
    },
  };
}

/** Microseconds that one call takes, on the average of so many. */
export async function microseconds(
  calls: number,
  call: (index: number) => unknown,
): Promise<number> {
  const begun = performance.now();
  for (let index = 0; index < calls; index++) {
    const result = call(index);
    // Who does not wait is not made to.
    if (result instanceof Promise) await result;
  }
  return ((performance.now() - begun) * 1_000) / calls;
}
