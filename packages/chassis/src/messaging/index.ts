export { type Consumer, type ConsumerScope, on } from './consumer.js';
export { Messenger } from './messenger.js';
