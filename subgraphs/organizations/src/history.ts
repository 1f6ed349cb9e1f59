import { historyTypes } from '@propertea/chassis/graph';
import { User } from './user/user.type.js';

export const { AuditEntryType, AuditEntryConnection, historyOf, toNode } = historyTypes(
  () => User,
  (_context, userId) => ({ id: userId }),
);
