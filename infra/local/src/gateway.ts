import { fileURLToPath } from 'node:url';
import {
  createGateway,
  eventFeedProvisioningSql,
  keyValueProvisioningSql,
  postgresFeed,
  postgresKeyValue,
  rabbitFeed,
  redisKeyValue,
  redisStore,
} from '@propertea/gateway';
import type { KeyValue } from '@propertea/gateway';
import type { Logger, RoomTransport } from '@propertea/chassis/runtime';
import { Refusal, messageOf } from './failure.js';
import { CLIENT_ID } from './settings.js';
import type { HouseParts } from './settings.js';

const KEY_VALUE_POOL = 3;
/** Connections of the gateway: its key-value pool, one that listens for it and one for events. */
export const GATEWAY_CONNECTIONS = KEY_VALUE_POOL + 2;

export interface RunningGateway {
  stop(): Promise<void>;
}

/** Starts the gateway of a house on 127.0.0.1; its sessions are in Redis where the environment names one. */
export async function startGatewayOf(
  parts: HouseParts & {
    port: number;
    /** Of the gateway's own login role. */
    databaseUrl: string;
    rooms: RoomTransport[];
    logger: Logger;
  },
): Promise<RunningGateway> {
  const { environment, secrets } = parts;
  const logger = parts.logger.child({ room: 'gateway' });
  const keyValue = environment.redisUrl
    ? redisKeyValue({ url: environment.redisUrl, logger })
    : postgresKeyValue({ url: parts.databaseUrl, logger, poolMax: KEY_VALUE_POOL });
  const events = environment.amqpUrl
    ? rabbitFeed({ url: environment.amqpUrl, logger })
    : postgresFeed({ url: parts.databaseUrl, logger });
  const store = environment.redisUrl
    ? redisStore({ url: environment.redisUrl, logger })
    : undefined;
  const close = () => Promise.all([keyValue.close(), events.close(), store?.close()]);
  try {
    if (environment.redisUrl) await requireAnswer(keyValue, environment.redisUrl);
    const gateway = await createGateway({
      mode: environment.mode,
      publicUrl: parts.url,
      supergraphPath: fileURLToPath(new URL('../../../schema/supergraph.graphql', import.meta.url)),
      rooms: parts.rooms,
      oidc: {
        issuer: parts.issuer,
        clientId: environment.oidc?.clientId ?? CLIENT_ID,
        clientSecret: environment.oidc?.clientSecret ?? secrets.clientSecret,
        // Its own provider is reached without a name that DNS would have to know.
        ...(environment.oidc ? {} : { internalIssuerUrl: `http://127.0.0.1:${parts.port}/oidc` }),
      },
      assertionKey: secrets.assertion.privateKey,
      keyValue,
      events,
      cache: { store, enabled: environment.cacheEnabled },
      trafficPath: environment.trafficPath,
      cookieSecrets: secrets.cookieKeys,
      corsOrigins: [...(parts.portalUrls ?? [])],
      deployment: {
        embeddedIssuer: environment.oidc === undefined,
        demoAccounts: true,
        generatedKeys: true,
        redis: environment.redisUrl !== undefined,
      },
      logger,
    });
    await gateway.start(parts.port);
    return {
      async stop() {
        await gateway.stop();
        await close();
      },
    };
  } catch (error) {
    await close();
    throw error;
  }
}

/** The gateway itself would wait for a server that is not there yet, without a word to whoever starts it. */
async function requireAnswer(keyValue: KeyValue, url: string): Promise<void> {
  try {
    await keyValue.get('start');
  } catch (cause) {
    const told = messageOf(cause);
    const reason = /max retries|connection is closed/i.test(told) ? 'nothing answers there' : told;
    throw new Refusal(
      `The Redis at ${new URL(url).host} (REDIS_URL) cannot be used: ${reason}; start it, or unset REDIS_URL for the embedded store.`,
      1,
      { cause },
    );
  }
}

/** Creates the gateway's login role, schema and table, and lets it read the feed of events. */
export async function provisionGateway(
  client: { query(sql: string): Promise<unknown> },
  password: string,
): Promise<void> {
  await client.query(`${keyValueProvisioningSql({ password })}${eventFeedProvisioningSql()}`);
}
