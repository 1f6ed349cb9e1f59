import type { Background, RoomServices } from '@propertea/chassis/graph';
import { workerSession } from '@propertea/chassis/store';
import { sweep } from './account/sweep.js';
import type { PlatformStore, Row } from './platform-store.js';
import { createEmbeddedIssuer, type EmbeddedIssuer } from './provider/embedded-issuer.js';
import type { IdentitySettings } from './settings.js';

type Services = RoomServices<IdentitySettings>;

const SWEEP_MS = 3_600_000;

const issuers = new WeakMap<Services, EmbeddedIssuer>();

/** The platform tables through the room's own store. */
function platformStore({ store }: Services): PlatformStore {
  return (work) =>
    store.transaction(workerSession(store.room), (em) =>
      work((text, parameters = []) => em.execute<Row[]>(text, [...parameters])),
    );
}

/** The embedded issuer of a running room, made once; undefined where another provider is used. */
export function embeddedIssuerOf(services: Services): EmbeddedIssuer | undefined {
  if (!services.settings.embeddedIssuer) return undefined;
  let issuer = issuers.get(services);
  if (!issuer) {
    const { settings, clock, logger } = services;
    issuer = createEmbeddedIssuer(settings, platformStore(services), clock, logger);
    issuers.set(services, issuer);
  }
  return issuer;
}

/** What runs beside requests: expired data is removed every hour, kept mails are sent. */
export function startBackground(services: Services): Background {
  const store = platformStore(services);
  let sweeping: Promise<void> | undefined;
  const timer = setInterval(() => {
    sweeping = sweep(store, services.clock.now()).catch((error: unknown) => {
      services.logger.warn({ err: error }, 'expired sign-in data could not be removed');
    });
  }, SWEEP_MS);
  timer.unref();
  return {
    stop: async () => {
      clearInterval(timer);
      await sweeping;
      await embeddedIssuerOf(services)?.stop();
    },
  };
}
