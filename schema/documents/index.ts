export { canonicalText, documentId } from './canonical.js';
export { coordinatesOf, isTouched } from './coordinates.js';
export { parseManifest, portalOf, type Release, type TrustedDocument } from './manifest.js';
export { type Graph, type OperationUsage, type Usage, usageSchema } from './usage.js';
