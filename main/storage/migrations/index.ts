import type { Migration } from '../migrate.ts';

/** Every migration in order of its number; the last number is the version this release understands. */
export const migrations: readonly Migration[] = [];
