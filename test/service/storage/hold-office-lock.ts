import { officeLayout } from '../../../main/storage/office-folder.ts';
import { acquireOfficeLock } from '../../../main/storage/office-lock.ts';

// Holds the lock of the office given until killed.
acquireOfficeLock(officeLayout(process.argv[2] ?? '').lock);
process.stdout.write('held\n');
setInterval(() => {}, 1000);
