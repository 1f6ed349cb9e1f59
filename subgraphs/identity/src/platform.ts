import type { RoomServices } from '@propertea/chassis/graph';
import { workerSession } from '@propertea/chassis/store';
import { createEmbeddedIssuer, type EmbeddedIssuer } from './provider/embedded-issuer.js';
import type { PlatformStore, Row } from './platform-store.js';
import type { IdentitySettings } from './settings.js';

type Services = RoomServices<IdentitySettings>;

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
