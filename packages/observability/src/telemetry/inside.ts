import { startTelemetry } from './start-telemetry.js';

/** For rooms behind the gateway, which has decided for them: `node --import @propertea/observability/telemetry-inside`. */
startTelemetry({ callersDecide: true });
