import { existsSync, readFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { targetOf } from './targets.mjs';

const { folder, main } = targetOf(process.env.PROPERTEA_ROOM);

// Instrumentation must be there before anything that it watches is loaded.
if (process.env.OTEL_EXPORTER_OTLP_ENDPOINT) {
  process.env.OTEL_SERVICE_NAME ||= `propertea-${process.env.PROPERTEA_ROOM}`;
  // The gateway and portals are called by anybody.
  const place = folder.startsWith('subgraphs/') ? 'telemetry-inside' : 'telemetry';
  await import(`@propertea/observability/${place}`);
}

// What a portal's next.config.ts came to when it was built, handed over as Next's own images do it: to read
// the file again would take the tools of the build.
const built = `${folder}/.next/required-server-files.json`;
if (existsSync(built)) {
  const { config } = JSON.parse(readFileSync(built, 'utf8'));
  process.env.__NEXT_PRIVATE_STANDALONE_CONFIG = JSON.stringify(config);
}
await import(pathToFileURL(main).href);
