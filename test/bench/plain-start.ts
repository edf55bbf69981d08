import { openPlain } from './plain-database.ts';

/** The least a program on this database can do: start, open, read one row, say so. */
const connection = openPlain(process.argv[2] ?? '');
console.log(connection.prepare('SELECT name FROM office').pluck().get());
connection.close();
