import { partitionsSql } from './partitions.sql.js';
import { chassisTablesSql } from './platform.sql.js';
import { schedulesSql } from './schedules.sql.js';
import { snapshotsSql } from './snapshots.sql.js';

/**
 * The chassis' part of every room's schema, before the room's own files and in this order. A step is
 * never edited after it landed: rooms that exist get only the steps that they have not run.
 */
export const CHASSIS_MIGRATIONS: readonly { name: string; sql: (room: string) => string }[] = [
  { name: '0000_chassis', sql: chassisTablesSql },
  { name: '0000_chassis_2_schedules', sql: schedulesSql },
  { name: '0000_chassis_4_snapshots', sql: snapshotsSql },
  { name: '0000_chassis_5_partitions', sql: partitionsSql },
];
