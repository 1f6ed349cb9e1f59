export { person, type Send, staff, startTestRoom, system, type TestRoom } from './room.js';
export { roomDatabase, type RoomDatabase } from './database.js';
export { chromium, freePort, rabbitmq, redis, type RunningService } from './services.js';
export { describeWith } from './services-suite.js';
