export { generateSecrets, loadSecrets, loginPassword, loginUrl, type Secrets } from './secrets.js';
export { EMBEDDED, readEnvironment, type Environment } from './environment.js';
export { type HouseDoor } from './door.js';
export { startHouse, type House, type HouseOptions, type RoomPlace, type Step } from './house.js';
export { migrate, pending, type RoomMigrations } from './migrations.js';
export {
  describeAccount,
  findPerson,
  tokenFor,
  type ListedAccount,
  type Person,
} from './people.js';
export { connectRunning, type RunningHouse } from './running.js';
export { rooms } from './rooms.js';
export { graphClient, type GraphClient } from './graph-client.js';
export { importPortfolio, uploadPortfolio, type PortfolioImport } from './portfolio-import.js';
export { letUnits } from './demo/let-units.js';
export { DEVELOPMENTS_FILE, readDevelopments } from './demo/developments.js';
export { Rents } from './demo/rents.js';
export { runDemo } from './demo/run-demo.js';
