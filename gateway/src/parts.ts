/** The parts that a bench measures one by one. */
export { configSchema } from './config.js';
export { FieldCosts } from './demand/field-costs.js';
export { OperationCosts } from './demand/operation-costs.js';
export { RateLimits } from './demand/rate-limits.js';
export { readGraphQLBody } from './guards/body.js';
export { compressAnswers } from './guards/compress-answers.js';
export { documentLimits } from './guards/document-limits.js';
export type { AdmittedDocument } from './guards/document-limits.js';
export { trustGuard } from './guards/trusted.js';
export { limitValues } from './guards/values.js';
export { ApiKeys } from './identity/api-keys.js';
export { memoryWindows } from './key-value/memory-windows.js';
export type { SlidingWindows } from './key-value/sliding-windows.js';
export { PersistedQueries } from './persisted-queries/persisted-queries.js';
export { TrustedDocuments } from './trusted-documents/trusted-documents.js';
export { usageOf } from './usage/usage-of.js';
export { UsageRecorder } from './usage/usage-recorder.js';
export { UsageStore } from './usage/usage-store.js';
