export type Row = Record<string, unknown>;

/**
 * Runs one SQL statement with `?` for each parameter and returns its rows (also those of
 * `returning`). Tables are written with their schema.
 */
export type Sql = (text: string, parameters?: readonly unknown[]) => Promise<Row[]>;

/**
 * One transaction of this room's worker on its platform tables: what the sign-in needs before there
 * is a person to act as.
 */
export type PlatformStore = <T>(work: (sql: Sql) => Promise<T>) => Promise<T>;
