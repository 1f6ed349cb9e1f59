import { startTelemetry } from './start-telemetry.js';

/** For processes that anybody may call: `node --import @propertea/chassis/telemetry`. */
startTelemetry({ callersDecide: false });
