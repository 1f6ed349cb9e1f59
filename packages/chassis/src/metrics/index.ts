export { BoundedValues, OTHER } from './bounded-values.js';
export { Metrics, processMetrics } from './metrics.js';
export {
  type MetricsEnvironment,
  metricsOf,
  type MetricsPlace,
  type MetricsServer,
  serveMetrics,
} from './metrics-server.js';
export { type RoomBacklog, RoomMetrics } from './room-metrics.js';
