/**
 * Where kept answers lie, and the stamps of what they hang on. A tag's stamp changes whenever anything under the
 * tag did; an entry is good only while the stamps are those of the moment at which its fetch began, so that
 * neither a late write nor a late fetch brings back what was dropped.
 */
export interface EntryStore {
  /**
   * Entries by key and stamps by tag, of one moment; undefined where the store cannot say so in time. A stamp
   * never comes back. Never rejects.
   */
  read(keys: readonly string[], tags: readonly string[]): Promise<EntriesRead | undefined>;
  /** Writes without being waited for; what cannot be written is not there. */
  write(entries: readonly Entry[]): void;
  /**
   * Gives tags new stamps. Whoever reads afterwards, through the same store, sees them. An `occasion` that
   * several processes know of counts once. Never rejects.
   */
  change(tags: readonly string[], occasion?: string): Promise<void>;
  /** Drops everything. Never rejects. */
  clear(): Promise<void>;
  close(): Promise<void>;
}

export interface EntriesRead {
  readonly entries: readonly (string | null | undefined)[];
  readonly stamps: readonly string[];
  /** The stamp of everything; never empty. */
  readonly epoch: string;
}

export interface Entry {
  readonly key: string;
  readonly text: string;
  readonly seconds: number;
}
