export { BoundedValues, OTHER } from './metrics/bounded-values.js';
export { type MetricDescription, Metrics, processMetrics } from './metrics/metrics.js';
export {
  type MetricsEnvironment,
  metricsOf,
  type MetricsPlace,
  type MetricsServer,
  serveMetrics,
} from './metrics/metrics-server.js';
export { tellable, tellableMessage, type ToldError } from './redaction/tellable-error.js';
export { flushTraces } from './telemetry/flush-traces.js';
