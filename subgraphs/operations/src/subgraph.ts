import { defineSubgraph } from '@propertea/chassis/graph';
import { mayPublish } from '@propertea/schema/events';
import { DeadLetterDecision } from './dead-letter/dead-letter-decision.entity.js';
import { DeadLetterResolver } from './dead-letter/dead-letter.resolver.js';
import { violations } from './errors.js';
import { settings } from './settings.js';

/** The room of those who keep the platform running. */
export default defineSubgraph({
  name: 'operations',
  resolvers: [DeadLetterResolver],
  references: {},
  entities: [DeadLetterDecision],
  migrations: new URL('../migrations/', import.meta.url),
  violations,
  consumers: [],
  mayPublish,
  settings,
});
