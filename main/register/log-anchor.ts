import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { auditCheckpoint } from '../../shared/domain/register/certificate-fields.ts';
import type { AuditCheckpoint } from '../../shared/domain/register/checkpoint.ts';
import { systemErrorCode, writeFileDurably } from '../storage/durable-file.ts';
import { officeLayout } from '../storage/office-folder.ts';
import type { OfficeStorage } from '../storage/office-storage.ts';
import { checkpointOf, findCheckpoint } from './audit-checkpoint.ts';

/**
 * The newest signed checkpoint once more, as a file beside the records: if the records alone are exchanged for an older copy, the
 * log no longer reaches it. A copy of the whole folder takes it along; that is found by a later certificate or a filed sheet.
 */
const anchorFile = z.strictObject({ format: z.literal('ashbook-anchor/1'), checkpoint: auditCheckpoint });

export type LogAnchor =
  | { readonly state: 'absent' }
  /** There, and no checkpoint: nothing the application wrote. */
  | { readonly state: 'damaged' }
  | { readonly state: 'present'; readonly checkpoint: AuditCheckpoint };

export function readLogAnchor(folder: string): LogAnchor {
  let text: string;
  try {
    text = readFileSync(officeLayout(folder).logAnchor, 'utf8');
  } catch (error) {
    return { state: systemErrorCode(error) === 'ENOENT' ? 'absent' : 'damaged' };
  }
  const parsed = anchorFile.safeParse(jsonOrUndefined(text));
  return parsed.success ? { state: 'present', checkpoint: parsed.data.checkpoint } : { state: 'damaged' };
}

/** Brings the file up to the newest checkpoint, and remembers which that was: it is asked after every call. */
export class LogAnchorKeeper {
  #kept: { readonly storage: OfficeStorage; readonly size: number } | null = null;

  /** Outside of a transaction: what is not committed must not be kept elsewhere. */
  keep(storage: OfficeStorage): void {
    const size = storage.database.value<number | null>('SELECT max(size) FROM audit_checkpoints') ?? 0;
    if (this.#kept?.storage === storage && this.#kept.size === size) return;
    keepNewest(storage);
    this.#kept = { storage, size };
  }
}

/** One that the records do not hold any more is left as it is: it is what shows that they were exchanged. */
function keepNewest(storage: OfficeStorage): void {
  const newest = findCheckpoint(storage.database, null);
  if (newest === undefined) return;
  const anchor = readLogAnchor(storage.folder);
  if (anchor.state === 'damaged') return;
  if (anchor.state === 'present') {
    const { size, root } = anchor.checkpoint;
    if (size >= newest.size || findCheckpoint(storage.database, size)?.root !== root) return;
  }
  const content = {
    format: 'ashbook-anchor/1',
    checkpoint: checkpointOf(storage.marker.officeId, newest),
  } satisfies z.infer<typeof anchorFile>;
  const bytes = Buffer.from(`${JSON.stringify(content)}\n`, 'utf8');
  writeFileDurably(officeLayout(storage.folder).logAnchor, bytes, 'log_anchor');
}

function jsonOrUndefined(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
