import type { EntityManager } from '@mikro-orm/postgresql';
import type { EntityClass } from '@mikro-orm/core';
import { type Aggregate, insertRows, type Journal } from '@propertea/chassis/store';
import type { EventContract } from '@propertea/kernel';

/** Columns that say nothing to a reader of the history; the journal leaves out the same. */
const UNREMARKABLE = new Set(['version', 'createdAt', 'updatedAt', 'organizationId']);

interface Column {
  key: string;
  name: string;
  type: string;
  isAudited: boolean;
}

/**
 * Inserts new aggregates by the thousand, with the audit entry and the fact that each would have
 * left by itself. The objects come from the entity's own factory: its invariants have been checked.
 */
export class BulkInsert<Entity extends Aggregate & { fact(): object }> {
  readonly #columns: readonly Column[];
  readonly #table: string;
  readonly #type: string;
  #waiting: Entity[] = [];
  #unrecorded: Entity[] = [];

  constructor(
    private readonly em: EntityManager,
    entity: EntityClass<Entity>,
    private readonly contract: EventContract,
  ) {
    const meta = em.getMetadata(entity);
    this.#table = `${meta.schema ?? 'properties'}.${meta.tableName}`;
    this.#type = meta.className;
    this.#columns = meta.props
      .filter((prop) => prop.persist !== false && !prop.generated && prop.fieldNames?.length === 1)
      .map((prop) => ({
        key: prop.name,
        name: prop.fieldNames[0] ?? prop.name,
        type: prop.columnTypes[0] ?? 'text',
        isAudited: prop.hidden !== true && !UNREMARKABLE.has(prop.name),
      }));
  }

  add(entity: Entity): void {
    entity.version = 1;
    this.#waiting.push(entity);
  }

  /** Writes what has been added; audit entries and facts follow with `record`. */
  async write(): Promise<void> {
    const entities = this.#waiting;
    this.#waiting = [];
    this.#unrecorded.push(...entities);
    const columns = this.#columns.map(({ name, type }) => `${name} ${type}`).join(', ');
    await insertRows(
      this.em,
      this.#table,
      columns,
      entities.map((entity) => this.#row(entity)),
    );
  }

  /** Hands the history and the facts of what was written to the journal, in their present state. */
  record(journal: Journal): void {
    const entities = this.#unrecorded;
    this.#unrecorded = [];
    for (const entity of entities) {
      const fact = entity.fact();
      const action = this.contract.type.replace(/\.v\d+$/u, '');
      journal.auditRow({
        aggregate_type: this.#type,
        aggregate_id: entity.id,
        action,
        before: null,
        after: this.#after(entity),
      });
      journal.factRow(this.contract, entity.id, entity.version, this.contract.data.parse(fact));
    }
  }

  #row(entity: Entity): Record<string, unknown> {
    const source = entity as unknown as Record<string, unknown>;
    return Object.fromEntries(this.#columns.map(({ key, name }) => [name, source[key] ?? null]));
  }

  #after(entity: Entity): Record<string, unknown> {
    const source = entity as unknown as Record<string, unknown>;
    const audited = this.#columns.filter(({ isAudited }) => isAudited);
    return Object.fromEntries(audited.map(({ key }) => [key, source[key] ?? null]));
  }
}
