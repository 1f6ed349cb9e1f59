import type { EntityManager } from '@mikro-orm/postgresql';
import type { Journal } from '@propertea/chassis/store';
import { buildingCreated } from '@propertea/schema/events';
import { Building } from '../building/building.entity.js';
import { BulkInsert } from './bulk-insert.js';

/**
 * The buildings that an import makes. A file names their entrances unit by unit, so a building is
 * written when it is first met and its entrances and history once the file has been read.
 */
export class NewBuildings {
  readonly #inserts: BulkInsert<Building>;
  readonly #all = new Set<Building>();
  readonly #unwritten = new Set<Building>();
  readonly #changed = new Set<Building>();

  constructor(private readonly em: EntityManager) {
    this.#inserts = new BulkInsert(em, Building, buildingCreated);
  }

  add(building: Building): void {
    this.#all.add(building);
    this.#unwritten.add(building);
    this.#inserts.add(building);
  }

  has(building: Building | null): boolean {
    return building !== null && this.#all.has(building);
  }

  /** An entrance was added; needs no more where the building itself is still to be written. */
  changed(building: Building): void {
    if (this.#all.has(building) && !this.#unwritten.has(building)) this.#changed.add(building);
  }

  async write(): Promise<void> {
    this.#unwritten.clear();
    await this.#inserts.write();
  }

  async finish(journal: Journal): Promise<void> {
    if (this.#changed.size > 0) {
      const rows = [...this.#changed].map(({ id, organizationId, entrances }) => ({
        id,
        organization_id: organizationId,
        entrances,
      }));
      await this.em.execute(
        /* sql */ `
        update properties.buildings b set entrances = r.entrances
        from jsonb_to_recordset(?::jsonb) as r (id uuid, organization_id uuid, entrances jsonb)
        where b.organization_id = r.organization_id and b.id = r.id`,
        [JSON.stringify(rows)],
      );
    }
    this.#inserts.record(journal);
  }
}
