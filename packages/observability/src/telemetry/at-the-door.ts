import { startTelemetry } from './start-telemetry.js';

/** For processes that anybody may call: `node --import @propertea/observability/telemetry`. */
startTelemetry({ callersDecide: false });
