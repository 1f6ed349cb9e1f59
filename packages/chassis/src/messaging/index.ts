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
export { requestSnapshots, type SnapshotProgress, snapshotProgress } from './resync.js';
export { defineSnapshot, type Snapshot, type SnapshotFact } from './snapshot.js';
export { SnapshotPublisher } from './snapshot-publisher.js';
