/** What ROOM stands for: the workspace that is built and the module that runs. */
export function targetOf(room) {
  if (room === 'gateway') return { workspace: '@propertea/gateway', main: 'gateway/dist/main.js' };
  if (room === 'migrations') {
    return { workspace: '@propertea/local', main: 'infra/local/dist/commands/migrate.js' };
  }
  if (!/^[a-z][a-z0-9-]*$/.test(room || '')) {
    throw new Error(`ROOM is "${room}": it must be a folder of subgraphs/, gateway or migrations.`);
  }
  return { workspace: `@propertea/${room}`, main: `subgraphs/${room}/dist/main.js` };
}
