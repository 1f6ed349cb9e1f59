export { type Consumer, type ConsumerScope, on } from './consumer.js';
export {
  type DeadLetter,
  type DeadLetterSelection,
  listDeadLetters,
  purgeDeadLetters,
  replayDeadLetters,
} from './dead-letters.js';
export { Messenger } from './messenger.js';
