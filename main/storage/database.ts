export type Cipher = 'aegis' | 'sqlcipher';
export type SqlValue = string | number | bigint | Uint8Array | null;
/** Positional (`?`) or named (`:name`) values. */
export type SqlParams = readonly SqlValue[] | Readonly<Record<string, SqlValue>>;

/** What a query handler gets: statements that write are refused at run time too. `Row` is what the SQL selects. */
export interface ReadDatabase {
  get<Row extends object>(sql: string, params?: SqlParams): Row | undefined;
  all<Row extends object>(sql: string, params?: SqlParams): Row[];
  iterate<Row extends object>(sql: string, params?: SqlParams): IterableIterator<Row>;
  /** First column of the first row. */
  value<Value extends SqlValue>(sql: string, params?: SqlParams): Value | undefined;
}

export interface Database extends ReadDatabase {
  run(sql: string, params?: SqlParams): { changes: number };
  /** Several statements without parameters (migrations). */
  exec(sql: string): void;
  /** BEGIN IMMEDIATE ... COMMIT; a savepoint when nested. `work` must be synchronous. */
  transaction<Result>(work: () => Result): Result;
  readonly inTransaction: boolean;
  /** The same connection, unable to write. */
  readonly reader: ReadDatabase;
}
