export { person, type Send, staff, startTestRoom, system, type TestRoom } from './room.js';
