import type { Database } from './database.ts';

export interface Migration {
  /** 1, 2, 3 ... without gaps; becomes `user_version`. */
  readonly number: number;
  /** The file name without number and extension, for messages. */
  readonly name: string;
  up(database: Database): void;
}
