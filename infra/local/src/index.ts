export { type House, type HouseOptions, startHouse } from './house.js';
export { tokenFor } from './people.js';
export { rooms } from './rooms.js';
export { generateSecrets, type Secrets } from './secrets.js';
