export { type Consumer, type ConsumerScope, on } from './consumer.js';
export {
  type DeadLetter,
  type DeadLetterSelection,
  listDeadLetters,
  purgeDeadLetters,
  replayDeadLetters,
} from './dead-letters.js';
export { Messenger } from './messenger.js';
export { defineSchedule, type Schedule, type ScheduleScope } from './schedule.js';
export { Scheduler } from './scheduler.js';
