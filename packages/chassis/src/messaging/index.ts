export { type Consumer, type ConsumerScope, on } from './consumer.js';
export {
  type DeadLetter,
  type DeadLetterSelection,
  listDeadLetters,
  purgeDeadLetters,
  replayDeadLetters,
} from './dead-letters.js';
export { defineSchedule, type Schedule, type ScheduleScope } from './schedule.js';
export { Scheduler } from './scheduler.js';
export { requestSnapshots, type SnapshotProgress, snapshotProgress } from './resync.js';
export { defineSnapshot, type Snapshot, type SnapshotFact } from './snapshot.js';
export { SnapshotPublisher } from './snapshot-publisher.js';
export {
  type DeadLetterChoice,
  deadLetterPage,
  type DeadLetterView,
  purgeDead,
  replayDead,
} from './dead-letter-page.js';
export { Messenger, type MessengerOptions } from './messenger.js';
export { RabbitDeadLetters } from './rabbit-dead-letters.js';
export { EXCHANGE, queueOf, queuesOf } from './rabbit-topology.js';
export type { Transport } from './transport.js';
