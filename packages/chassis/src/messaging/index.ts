export { type Consumer, type ConsumerScope, on } from './consumer.js';
export {
  type DeadLetter,
  type DeadLetterChoice,
  type DeadLetterFilter,
  type DeadLetters,
  letterId,
  letterNamed,
} from './dead-letters.js';
export { deadLettersIn, deadLettersOf } from './postgres-dead-letters.js';
export { defineSchedule, type Schedule, type ScheduleScope } from './schedule.js';
export { Scheduler } from './scheduler.js';
export { requestSnapshots, type SnapshotProgress, snapshotProgress } from './resync.js';
export { defineSnapshot, type Snapshot, type SnapshotFact } from './snapshot.js';
export { SnapshotPublisher } from './snapshot-publisher.js';
export { Messenger, type MessengerOptions } from './messenger.js';
export { RabbitDeadLetters } from './rabbit-dead-letters.js';
export {
  deadQueueOf,
  declareRoom,
  EXCHANGE,
  ownExchangeOf,
  queueOf,
  queuesOf,
} from './rabbit-topology.js';
export type { Transport } from './transport.js';
