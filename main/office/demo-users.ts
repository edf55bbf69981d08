import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { type OfficeStatus, signInName } from '../../shared/contract/office.ts';
import { role } from '../../shared/domain/office/permission.ts';

/** Written beside (never inside) a demonstration office: who can sign in, shown on its sign-in page. */
export const demoUsersFile = 'demo-users.json';

const schema = z.array(z.strictObject({ signInName, password: z.string(), roles: z.array(role) }));

/** The file lies next to the office's folder, so that the folder itself holds nothing an office would not. */
export function demoUsersOf(officeFolder: string): OfficeStatus['demoUsers'] {
  try {
    return schema.parse(JSON.parse(readFileSync(join(officeFolder, '..', demoUsersFile), 'utf8')));
  } catch {
    return null;
  }
}
