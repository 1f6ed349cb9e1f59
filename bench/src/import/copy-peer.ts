import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { pipeline } from 'node:stream/promises';
import pg from 'pg';
import { from as copyFrom, to as copyTo } from 'pg-copy-streams';

const TABLES = ['units', 'audit_entries', 'outbox'] as const;

/**
 * `COPY` of the very rows that an import has written, into tables with the same columns, indexes and
 * constraints, in one transaction: the fastest way into PostgreSQL.
 */
export class CopyPeer {
  private constructor(
    private readonly client: pg.Client,
    private readonly rows: ReadonlyMap<string, Buffer>,
  ) {}

  static async of(adminUrl: string, organizationId: string): Promise<CopyPeer> {
    const client = new pg.Client({ connectionString: adminUrl });
    await client.connect();
    await client.query('create schema if not exists bench');
    const rows = new Map<string, Buffer>();
    for (const table of TABLES) {
      await client.query(`create table bench.${table} (like properties.${table} including all)`);
      const select = `select * from properties.${table} where organization_id = ${client.escapeLiteral(organizationId)}`;
      rows.set(table, await buffer(client.query(copyTo(`copy (${select}) to stdout`))));
    }
    return new CopyPeer(client, rows);
  }

  /** Copies all rows into empty tables; returns the seconds it took. */
  async copy(): Promise<number> {
    for (const table of TABLES) await this.client.query(`truncate bench.${table}`);
    const before = performance.now();
    await this.client.query('begin');
    for (const [table, rows] of this.rows) {
      await pipeline(
        Readable.from([rows]),
        this.client.query(copyFrom(`copy bench.${table} from stdin`)),
      );
    }
    await this.client.query('commit');
    return (performance.now() - before) / 1000;
  }

  async close(): Promise<void> {
    await this.client.query('drop schema bench cascade');
    await this.client.end();
  }
}
