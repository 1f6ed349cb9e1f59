import type { EntityManager } from '@mikro-orm/postgresql';
import { DomainError, type Identity, notFoundMessage } from '@propertea/kernel';
import { demandImporter, visibleImports } from './import.policy.js';
import { Import } from './import.entity.js';

/** The import that somebody wants to act on; throws FORBIDDEN, or NOT_FOUND for what they may not see. */
export async function editableImport(
  em: EntityManager,
  identity: Identity,
  id: string,
): Promise<Import> {
  demandImporter(identity);
  const found = await em.findOne(Import, { $and: [{ id }, visibleImports(identity)] });
  if (found) return found;
  throw new DomainError('NOT_FOUND', notFoundMessage('Import'), { path: ['input', 'importId'] });
}
