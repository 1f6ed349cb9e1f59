import { historyTypes } from '@propertea/chassis/graph';
import { User } from './user/user.type.js';

export const { AuditEntryConnection, historyOf } = historyTypes(
  () => User,
  (_context, userId) => ({ id: userId }),
);
