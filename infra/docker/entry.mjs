import { pathToFileURL } from 'node:url';
import { targetOf } from './targets.mjs';

// Instrumentation must be there before anything that it watches is loaded.
if (process.env.OTEL_EXPORTER_OTLP_ENDPOINT) await import('@propertea/chassis/telemetry');

const { main } = targetOf(process.env.PROPERTEA_ROOM);
await import(pathToFileURL(main).href);
