import { rotateDatabaseKey } from '../../../main/storage/database-rewrite.ts';
import { alone } from '../../../main/storage/work-aside.ts';
import { reopen } from '../../service/storage/office-fixture.ts';

// Re-keys an office and says when it begins, so that the parent can kill it in the middle.
const office = await reopen(process.argv[2] ?? '');
process.stdout.write('begins\n');
(await rotateDatabaseKey(office, alone)).supersededDatabaseKey.fill(0);
office.close();
process.stdout.write('finished\n');
