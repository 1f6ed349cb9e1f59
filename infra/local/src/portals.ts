/** A web application of the house; its folder is `portals/<name>`. */
export interface Portal {
  readonly name: string;
  /** What people call it. */
  readonly title: string;
  /** It listens on the gateway's port plus this. */
  readonly portOffset: number;
}

/** Every portal, in the order in which people are told of them. The first one is the home of links in mails. */
export const portals: readonly Portal[] = [
  { name: 'landlord', title: 'Landlord portal', portOffset: 1 },
];

/** A portal at its address. */
export interface PortalPlace extends Portal {
  readonly port: number;
  /** Of its metrics, on 127.0.0.1. */
  readonly metricsPort: number;
  /** As browsers see it, without a slash at its end. */
  readonly url: string;
}

export function placePortal(portal: Portal, portBase: number): PortalPlace {
  const port = portBase + portal.portOffset;
  // Beyond those of the rooms (metricsPort of house.ts).
  return { ...portal, port, metricsPort: port + 50, url: `http://localhost:${port}` };
}
