import { startTelemetry } from './start-telemetry.js';

/** For rooms behind the gateway, which has decided for them: `node --import @propertea/chassis/telemetry-inside`. */
startTelemetry({ callersDecide: true });
