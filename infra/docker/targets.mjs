import { existsSync } from 'node:fs';

/** What ROOM stands for: the workspace that is built, its folder and the module that runs. */
export function targetOf(room) {
  if (room === 'gateway') {
    return { workspace: '@propertea/gateway', folder: 'gateway', main: 'gateway/dist/main.js' };
  }
  if (room === 'migrations') {
    const folder = 'infra/local';
    return { workspace: '@propertea/local', folder, main: `${folder}/dist/commands/migrate.js` };
  }
  if (!/^[a-z][a-z0-9-]*$/.test(room || '')) {
    throw new Error(
      `ROOM is "${room}": it must be a folder of subgraphs/ or portals/, gateway or migrations.`,
    );
  }
  const workspace = `@propertea/${room}`;
  const portal = `portals/${room}`;
  if (existsSync(portal)) return { workspace, folder: portal, main: `${portal}/server.mjs` };
  return { workspace, folder: `subgraphs/${room}`, main: `subgraphs/${room}/dist/main.js` };
}
