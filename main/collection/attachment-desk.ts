import { scansAllowed } from '../../shared/domain/collection/consent-evidence.ts';
import { Refusal } from '../../shared/domain/refusal.ts';
import type { AttachmentUpload } from './attachment-upload.ts';

/** How many files one person can be adding at the same time; a page that forgot to finish cannot fill the disk. */
const maximumUploads = 4;

/**
 * What the person at the desk is doing with files: those being added, and those opened for reading. All of it ends when they
 * lock the desk or leave it, and before a destruction begins.
 */
export class AttachmentDesk {
  readonly #uploads = new Map<string, AttachmentUpload>();
  readonly #opened = new Set<string>();
  #suspended = false;

  /** Throws Refusal `attachment_uploads_open`, `other_work_running`. */
  requireRoom(): void {
    if (this.#suspended) throw new Refusal('other_work_running');
    if (this.#count((upload) => upload.unitId !== null) >= maximumUploads)
      throw new Refusal('attachment_uploads_open', { maximum: maximumUploads });
  }

  /** Scans wait here for the consent they prove. Throws Refusal `scans_too_many`, `other_work_running`. */
  requireRoomForScan(): void {
    if (this.#suspended) throw new Refusal('other_work_running');
    if (this.#count((upload) => upload.unitId === null) >= scansAllowed)
      throw new Refusal('scans_too_many', { maximum: scansAllowed });
  }

  #count(which: (upload: AttachmentUpload) => boolean): number {
    return [...this.#uploads.values()].filter(which).length;
  }

  begin(attachmentId: string, upload: AttachmentUpload): void {
    this.#uploads.set(attachmentId, upload);
  }

  /** Throws Refusal `attachment_upload_unknown`. */
  upload(attachmentId: string): AttachmentUpload {
    const upload = this.#uploads.get(attachmentId);
    if (upload === undefined) throw new Refusal('attachment_upload_unknown');
    return upload;
  }

  /** Ends an upload, kept or not. Answers whether there was one. */
  end(attachmentId: string): boolean {
    this.#uploads.get(attachmentId)?.close();
    return this.#uploads.delete(attachmentId);
  }

  open(attachmentId: string): void {
    this.#opened.add(attachmentId);
  }

  /** Throws Refusal `attachment_not_opened`: reading is entered in the use log first. */
  requireOpened(attachmentId: string): void {
    if (!this.#opened.has(attachmentId)) throw new Refusal('attachment_not_opened');
  }

  /** A destruction is being carried out: a file half added would be one that nothing explains. */
  suspend(): void {
    this.clear();
    this.#suspended = true;
  }

  resume(): void {
    this.#suspended = false;
  }

  clear(): void {
    for (const attachmentId of [...this.#uploads.keys()]) this.end(attachmentId);
    this.#opened.clear();
  }
}
