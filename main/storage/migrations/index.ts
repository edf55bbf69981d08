import type { Migration } from '../migrate.ts';
import { firstOffice } from './0001-first-office.ts';

/** Every migration in order of its number; the last number is the version this release understands. */
export const migrations: readonly Migration[] = [firstOffice];
