export * from './event-source.js';
export { readEventSources, unservedSubscriptions } from './read-event-sources.js';
