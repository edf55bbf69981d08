import { createRequire } from 'node:module';
import type SqliteConstructor from 'better-sqlite3';

/** One connection of the driver: better-sqlite3 with SQLite3 Multiple Ciphers, whose additions its types lack. */
export interface Connection extends SqliteConstructor.Database {
  key(key: Buffer): number;
  rekey(key: Buffer): number;
}

type OpenConnection = new (path: string, options: SqliteConstructor.Options) => Connection;

/** Node-API 10 came with Node 22.14 and 23.6; on anything older the driver crashes the process instead of failing. */
const neededNodeApi = 10;

let constructorLoaded: OpenConnection | undefined;

/** Loads the driver at first use. Throws a plain message where this Node.js is too old for it. */
export function loadSqlite(): OpenConnection {
  if (constructorLoaded !== undefined) return constructorLoaded;
  if (Number(process.versions.napi ?? 0) < neededNodeApi) {
    throw new Error(
      `Node.js ${process.versions.node} is too old for the database driver (it needs Node-API ${neededNodeApi}): ` +
        'use Node.js 24, which `npm start` and `npx node` do.',
    );
  }
  const loaded: OpenConnection = createRequire(import.meta.url)('better-sqlite3');
  constructorLoaded = loaded;
  return loaded;
}
