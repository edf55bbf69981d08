import { openOffice } from '../../main/storage/office-storage.ts';
import { loadSqlite } from '../../main/storage/sqlite-driver.ts';

/**
 * A process of its own: sorts, makes an index of and writes anew more than SQLite is given memory for. With `office` on the records, as
 * the application opens them; with `alone` on a plain database of the same size, as SQLite does it by itself: it then uses files.
 */
const [, , mode = '', folder = '', holderId = '', password = ''] = process.argv;
const times = 4;
const sort =
  'SELECT count(*) FROM (SELECT sealed FROM record_units ORDER BY substr(sealed, 13) LIMIT 1000000)';
const index = 'CREATE INDEX spilled ON record_units (sealed); DROP INDEX spilled; ANALYZE; VACUUM';

if (mode === 'alone') {
  const Sqlite = loadSqlite();
  const connection = new Sqlite(`${folder}/alone.db`, {});
  connection.pragma('temp_store = FILE');
  connection.pragma('cache_size = -100');
  connection.exec('CREATE TABLE record_units (sealed BLOB)');
  const insert = connection.prepare('INSERT INTO record_units VALUES (?)');
  connection.transaction(() => {
    for (let row = 0; row < 6_000; row += 1) insert.run(Buffer.alloc(500, `${row} ${password} `));
  })();
  process.stdout.write('begun\n');
  for (let time = 0; time < times; time += 1) {
    connection.prepare(sort).get();
    connection.exec(index);
  }
  connection.close();
} else {
  const office = await openOffice(folder, holderId, password);
  // As small as a connection's memory can be, so that little is enough to be more.
  office.database.exec('PRAGMA cache_size = -100');
  process.stdout.write('begun\n');
  for (let time = 0; time < times; time += 1) {
    office.database.value(sort);
    office.database.exec(index);
  }
  office.close();
}
process.stdout.write('finished\n');
