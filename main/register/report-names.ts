import type { UseReason } from '../../shared/contract/collection.ts';
import type { DocumentDestination } from '../../shared/contract/document.ts';
import { mayDo } from '../../shared/domain/office/permission.ts';
import { Refusal } from '../../shared/domain/refusal.ts';
import type { AuditSubject } from '../../shared/domain/register/audit-entry.ts';
import { peopleOfConsentRows } from '../collection/consent-report.ts';
import { personSecrets, placeOfPerson } from '../collection/sealed-records.ts';
import type { WorkContext } from '../context.ts';
import { openJson } from '../storage/sealed-json.ts';
import type { ReportRow } from './report-source.ts';

/**
 * The names of people beside their consents, for a reason that is entered in the use log with the document. It takes what an export of
 * people takes, and as there nothing is only shown.
 */
export class NamesOfConsents {
  readonly reason: UseReason;
  readonly #context: WorkContext;
  readonly #names = new Map<string, string>();

  /** @throws Refusal forbidden, export_to_file_only, other_work_running */
  constructor(context: WorkContext, reason: UseReason, to: DocumentDestination['way']) {
    if (!mayDo(context.actor.roles, 'collection.export')) throw new Refusal('forbidden');
    context.requireNobodyAside();
    if (to === 'screen') throw new Refusal('export_to_file_only');
    this.#context = context;
    this.reason = reason;
  }

  get personIds(): string[] {
    return [...this.#names.keys()];
  }

  get about(): AuditSubject {
    return { people: this.#names.size, reason: this.reason };
  }

  /** With the name as the first cell. */
  joined(rows: readonly ReportRow[]): ReportRow[] {
    const people = peopleOfConsentRows(
      this.#context.database,
      rows.map(({ key }) => key),
    );
    return rows.flatMap((row) => {
      const personId = people.get(row.key);
      return personId === undefined ? [] : [{ ...row, cells: [this.#nameOf(personId), ...row.cells] }];
    });
  }

  #nameOf(personId: string): string {
    const known = this.#names.get(personId);
    if (known !== undefined) return known;
    const { database, vault } = this.#context;
    const sealed = database.value<Uint8Array>('SELECT sealed FROM people WHERE id = ?', [personId]);
    if (sealed === undefined) throw new Error('a consent without its person');
    const { name } = openJson(vault, placeOfPerson(personId), sealed, personSecrets);
    this.#names.set(personId, name);
    return name;
  }
}
