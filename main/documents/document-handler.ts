import type { DocumentAnswer, DocumentDestination, DocumentFormat } from '../../shared/contract/document.ts';
import type { Language } from '../../shared/contract/fields.ts';
import type { TaskPurpose, UseKind } from '../../shared/domain/provision/gate.ts';
import { Refusal } from '../../shared/domain/refusal.ts';
import type { AuditSubject } from '../../shared/domain/register/audit-entry.ts';
import type { WorkContext } from '../context.ts';
import { endCopy, readCopy, registerKnownCopy } from '../office/known-copy.ts';
import { enterRecordUses } from '../provision/gate.ts';
import { checkFileTarget, writeTarget } from './saved-file.ts';

/** Whose data a document holds. */
export interface DocumentCopy {
  /** `all`: of everybody the office knows; `listed`: of the people and units named. */
  readonly scope: 'all' | 'listed';
  readonly personIds?: readonly string[];
  readonly unitIds?: readonly string[];
  /**
   * What it is made for. The use of everybody it lists is entered in the use log with the document; `asked` where the maker has asked
   * the gate itself, unit by unit, which is checked.
   */
  readonly use: TaskPurpose | 'asked';
  /** Made to be handed to the person it is about: a print that is leaves no copy with the office. */
  readonly isForPerson?: boolean;
  /** About the office's records, but with nobody's data: entered among the copies, and never in the way of a certificate. */
  readonly namesNobody?: boolean;
}

export interface MadeDocument {
  /** In pieces where it may be large: then it can only be saved as a file. */
  readonly bytes: Uint8Array | Iterable<Uint8Array>;
  /** Without ending; lower-case letters, digits and hyphens, nothing about anybody. */
  readonly fileName: string;
  /** What the entry in the audit log says beside channel and format: ids, numbers and codes. */
  readonly about: AuditSubject;
  /** Null only where no personal data is in it, and it is no report of what is kept. */
  readonly copy: DocumentCopy | null;
  /** Called when it is printed or saved, in the transaction in which that is entered. */
  readonly left?: () => void;
}

interface DocumentInput<Ask, Format> {
  ask: Ask;
  format: Format;
  languages: Language[];
  to: DocumentDestination;
}

/**
 * Answers a channel of `documentChannel`. Showing, printing and saving are the same for every document: path checks, the
 * gate and the use log, the register of known copies, the audit entry. Only the making differs.
 *
 *     'collection.receipt': documentHandler('collection.receipt', async (context, { consentId }, { languages }) => {
 *       const { renderReceipt } = await import('../documents/receipt.ts');     // the PDF library is loaded when it is needed
 *       return { bytes: await renderReceipt(...), fileName: 'ashbook-receipt', about: { consentId },
 *                copy: { scope: 'listed', personIds: [personId], use: 'serve_person', isForPerson: true } };
 *     }),
 *
 * @param name the channel, as the audit entry names the document
 */
export function documentHandler<Ask, Format extends DocumentFormat>(
  name: string,
  make: (
    context: WorkContext,
    ask: Ask,
    asked: { format: Format; languages: Language[]; to: DocumentDestination['way'] },
  ) => MadeDocument | Promise<MadeDocument>,
): (context: WorkContext, input: DocumentInput<Ask, Format>) => Promise<DocumentAnswer> {
  return async (context, { ask, format, languages, to }) => {
    // Before the making, which may take seconds and open somebody's data.
    if (to.way === 'file') checkFileTarget(to, `.${format}`, context.storage.folder);
    else if (format === 'zip') throw new Refusal('document_only_as_file', { field: 'to' });
    const made = await make(context, ask, { format, languages, to: to.way });
    const { bytes, copy } = made;
    passGate(context, made, useKindOf[to.way]);
    const whole = bytes instanceof Uint8Array ? bytes : null;
    if (to.way !== 'file' && whole === null) throw new Error('a document in pieces can only be saved');
    const left = to.way === 'screen' ? null : leave(context, name, format, made, to);
    return {
      format,
      fileName: `${made.fileName}.${format}`,
      bytes: to.way === 'file' || whole === null ? null : Buffer.from(whole).toString('base64'),
      size: left?.size ?? whole?.byteLength ?? 0,
      personalData: copy === null || copy.namesNobody ? 'none' : copy.isForPerson ? 'person' : 'copy',
      copyReference: left?.reference ?? null,
    };
  };
}

/** What a destination means for the use log. */
export const useKindOf = {
  screen: 'read',
  print: 'print',
  file: 'export',
} as const satisfies Record<DocumentDestination['way'], UseKind>;

/** Nothing of anybody leaves, not even to the screen, whose use does not stand in the use log. */
function passGate(
  context: WorkContext,
  { copy }: MadeDocument,
  kind: (typeof useKindOf)[keyof typeof useKindOf],
): void {
  const personIds = copy?.personIds ?? [];
  if (copy !== null && copy.use !== 'asked') {
    const { use } = copy;
    context.database.transaction(() => enterRecordUses(context, personIds, use, kind));
  }
  context.gateWatch.requireGateFor(kind, personIds, copy?.unitIds ?? []);
}

/** Lets it out. The copy is entered before it exists: a known copy that is nowhere is closed again, an unknown one is a hole. */
function leave(
  context: WorkContext,
  name: string,
  format: DocumentFormat,
  made: MadeDocument,
  to: Exclude<DocumentDestination, { way: 'screen' }>,
): { reference: string | null; size: number | null } {
  const { database } = context;
  const { copy } = made;
  const isHandedOver = to.way === 'print' && to.keptBy === 'person' && copy?.isForPerson === true;
  const copyId = context.newId();
  const reference = database.transaction(() => {
    const entered =
      copy === null || isHandedOver
        ? null
        : registerKnownCopy(context, {
            copyId,
            kind: to.way === 'print' ? 'print' : 'export',
            scope: copy.scope,
            personIds: copy.personIds ?? [],
            unitIds: copy.unitIds ?? [],
            where: to.way === 'print' ? to.where : to.path,
          });
    context.audit(to.way === 'print' ? 'office.document_printed' : 'office.document_saved', {
      document: name,
      as: format,
      ...made.about,
      ...(entered === null ? {} : { reference: entered }),
      ...(isHandedOver ? { keptBy: 'person' } : {}),
    });
    made.left?.();
    return entered;
  });
  let size: number | null = null;
  if (to.way === 'file') {
    try {
      size = writeTarget(to, made.bytes instanceof Uint8Array ? [made.bytes] : made.bytes);
    } catch (error) {
      if (reference !== null)
        database.transaction(() => endCopy(context, readCopy(database, copyId), 'destroyed'));
      throw error;
    }
  }
  return { reference, size };
}
