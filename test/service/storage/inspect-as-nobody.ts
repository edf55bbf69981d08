import { inspectFolder } from '../../../main/storage/office-folder.ts';
import { Refusal } from '../../../shared/domain/refusal.ts';

// Says how a folder looks to a user without special rights (65534 is "nobody").
if (process.getuid?.() === 0) process.setuid?.(65534);
try {
  process.stdout.write(`${inspectFolder(process.argv[2] ?? '').state}\n`);
} catch (error) {
  process.stdout.write(`${error instanceof Refusal ? error.code : String(error)}\n`);
}
