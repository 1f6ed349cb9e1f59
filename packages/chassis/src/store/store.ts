import { MikroORM, type EntityManager } from '@mikro-orm/postgresql';
import { ReflectMetadataProvider } from '@mikro-orm/decorators/legacy';
import type { EntityClass, IsolationLevel, SessionContext } from '@mikro-orm/core';
import { AuditEntry } from './audit-entry.entity.js';
import { RoomDriver } from './connection.js';

export interface StoreOptions {
  room: string;
  databaseUrl: string;
  poolMax: number;
  entities: EntityClass<unknown>[];
}

/** A transaction that its owner must end exactly once; ending it twice does nothing. */
export interface OpenTransaction {
  em: EntityManager;
  commit(): Promise<void>;
  rollback(): Promise<void>;
}

/** One room's way to its tables: everything happens in a transaction under a role. */
export class Store {
  private constructor(
    readonly room: string,
    readonly orm: MikroORM,
  ) {}

  static async open(options: StoreOptions): Promise<Store> {
    const orm = await MikroORM.init({
      driver: RoomDriver,
      clientUrl: options.databaseUrl,
      schema: options.room,
      entities: [...options.entities, AuditEntry],
      metadataProvider: ReflectMetadataProvider,
      metadataCache: { enabled: false },
      pool: { min: 0, max: options.poolMax, idleTimeoutMillis: 30_000 },
      driverOptions: {
        application_name: `propertea ${options.room}`,
        connectionTimeoutMillis: 15_000,
      },
      forceUtcTimezone: true,
    });
    return new Store(options.room, orm);
  }

  async begin(
    session: SessionContext,
    options: { readOnly?: boolean; isolationLevel?: IsolationLevel } = {},
  ): Promise<OpenTransaction> {
    const em = this.orm.em.fork({ session }) as EntityManager;
    await em.begin(options);
    let open = true;
    return {
      em,
      commit: async () => {
        if (!open) return;
        await em.commit();
        open = false;
      },
      rollback: async () => {
        if (!open) return;
        open = false;
        await em.rollback();
      },
    };
  }

  /** Runs in a transaction of its own: commits what `run` returns, rolls back what it throws. */
  async transaction<T>(
    session: SessionContext,
    run: (em: EntityManager) => Promise<T>,
  ): Promise<T> {
    const transaction = await this.begin(session);
    try {
      const result = await run(transaction.em);
      await transaction.commit();
      return result;
    } finally {
      await transaction.rollback();
    }
  }

  /** How many connections there are, how many of them are free, and how many transactions wait for one. */
  async pool(): Promise<{ total: number; idle: number; waiting: number }> {
    const { totalCount, idleCount, waitingCount } = await this.orm.em
      .getConnection()
      .getNativeClient();
    return { total: totalCount, idle: idleCount, waiting: waitingCount };
  }

  async close(): Promise<void> {
    await this.orm.close(true);
  }
}
