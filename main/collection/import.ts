import type { ImportFinding, ImportReport } from '../../shared/contract/collection-import.ts';
import { headingSet } from '../../shared/domain/collection/import-heading.ts';
import type { ImportedConsent, RowProblemCode } from '../../shared/domain/collection/import-row.ts';
import { copyReference } from '../../shared/domain/office/known-copy.ts';
import { Refusal } from '../../shared/domain/refusal.ts';
import type { Handlers, ReadContext, WorkContext } from '../context.ts';
import { registerKnownCopy } from '../office/known-copy.ts';
import { RuleReader } from '../retention/rule-reader.ts';
import { type GivenConsent, keepConsent } from './capture.ts';
import { readFormVersion } from './consent-form.ts';
import { type ImportPass, openImportPass, type RowOutcome } from './import-pass.ts';
import {
  beginKeeping,
  cancelImport,
  endKeeping,
  enterImport,
  finishImport,
  type ImportCounts,
} from './import-record.ts';

type ImportHandlers = Pick<
  Handlers<'collection'>,
  'collection.checkImport' | 'collection.runImport' | 'collection.listImports'
>;

export const importHandlers: ImportHandlers = {
  'collection.checkImport': async (context, { importId, plan }) => {
    const file = context.session.importDesk.file(importId);
    const pass = await openImportPass(context, file, plan, 'import_check');
    const findings: ImportFinding[] = [];
    const problems = new Map<RowProblemCode, number>();
    const rules = new RuleReader(context.database);
    const report = {
      rows: 0,
      people: 0,
      consents: 0,
      units: 0,
      dueAtOnce: 0,
      bad: 0,
      known: 0,
      repeated: 0,
      already: 0,
    };
    for await (const outcome of pass.outcomes()) {
      report.rows += 1;
      const { finding } = outcome;
      if (finding !== null) {
        findings.push(finding);
        report[finding.kind] += finding.isTaken ? 0 : 1;
        for (const { code } of finding.problems) problems.set(code, (problems.get(code) ?? 0) + 1);
      }
      if (!outcome.taken) continue;
      report.consents += 1;
      if (outcome.person === null) report.people += 1;
      for (const dueOn of dueDatesOf(pass, outcome, rules)) {
        report.units += 1;
        if (dueOn <= context.today) report.dueAtOnce += 1;
      }
    }
    file.findings = findings;
    return {
      ...report,
      problems: [...problems]
        .map(([code, count]) => ({ code, count }))
        .sort((one, other) => other.count - one.count),
    } satisfies ImportReport;
  },

  'collection.runImport': async (context, { importId, plan, leftOut, sourceWhere }) => {
    context.requireNobodyAside();
    const { database, session } = context;
    const file = session.importDesk.file(importId);
    const { headings } = file.requireRead.table;
    const pass = await openImportPass(context, file, plan, 'import_keep');
    const entered = enterImport(context, {
      fileName: file.fileName,
      digest: file.digest,
      headingSet: headingSet(headings),
      plan,
    });
    const sourceCopyId = context.newId();
    let counts: ImportCounts;
    let source: string;
    try {
      ({ counts, source } = await database.transactionInPieces(async () => {
        beginKeeping(context, entered);
        const kept = await keepRows(context, pass);
        if (kept.counts.leftOut !== leftOut) throw new Refusal('import_changed_since_check');
        if (kept.counts.consents === 0) throw new Refusal('import_nothing_to_keep');
        // The file is a copy of all of it, and stays one until somebody says what became of it.
        const reference = registerKnownCopy(context, {
          copyId: sourceCopyId,
          kind: 'export',
          scope: 'listed',
          personIds: [...kept.people],
          where: sourceWhere,
          note: file.fileName,
        });
        context.audit('office.known_copy_added', {
          copyId: sourceCopyId,
          reference,
          copyKind: 'export',
          units: 0,
          people: kept.people.size,
        });
        endKeeping(context, entered, sourceCopyId);
        finishImport(context, entered, kept.counts, sourceCopyId);
        context.progress('import_settle', 0, 0);
        return { counts: kept.counts, source: reference };
      }));
    } catch (error) {
      if (error instanceof Refusal) cancelImport(context, entered);
      throw error;
    }
    session.importDesk.close(importId);
    const { people, consents, units } = counts;
    return { number: entered.number, people, consents, units, leftOut, source };
  },

  'collection.listImports': (context) => ({ imports: listImports(context) }),
};

/** The proof is where the consent was taken; what is kept here is where to find it. */
function asGiven({ plan }: ImportPass, consent: ImportedConsent, personId: string | null): GivenConsent {
  const { answers, values, givenOn, reference, way } = consent;
  return {
    language: plan.language,
    personId,
    answers,
    values,
    evidence: { way: 'imported', reference: reference ?? '', originally: way },
    guardian: null,
    givenOn,
  };
}

/** The days from which the units of a row are to be destroyed. */
function dueDatesOf(
  { form }: ImportPass,
  { consent, checked }: RowOutcome & { taken: true },
  rules: RuleReader,
): string[] {
  return form.version.content.purposes
    .filter((purpose) => checked.inEffect.has(purpose.id))
    .flatMap((purpose) => {
      const rule = form.rules.get(purpose.retentionRuleId);
      if (rule === undefined) throw new Error('a published form without its rule');
      const { dueOn } = rules.dueWhenCollected(rule.ruleVersionId, consent.givenOn);
      // A period that waits for an event has no date yet.
      return dueOn === null ? [] : [dueOn];
    });
}

async function keepRows(context: WorkContext, pass: ImportPass) {
  const counts: ImportCounts = { rows: 0, people: 0, consents: 0, units: 0, leftOut: 0 };
  const people = new Set<string>();
  const personByKey = new Map<string, string>();
  const rules = new RuleReader(context.database);
  for await (const outcome of pass.outcomes()) {
    counts.rows += 1;
    if (!outcome.taken) {
      counts.leftOut += 1;
      continue;
    }
    const { consent, checked, person, key } = outcome;
    const personId =
      person === null ? null : 'known' in person ? person.known : (personByKey.get(person.key) ?? null);
    const kept = keepConsent(context, pass.form, asGiven(pass, consent, personId), { rules, checked });
    if (personId === null) counts.people += 1;
    counts.consents += 1;
    counts.units += kept.units.length;
    people.add(kept.personId);
    // Asked for only where a later row of the file may be of the same person.
    if (pass.plan.onRepeated === 'same_person' && !personByKey.has(key)) personByKey.set(key, kept.personId);
  }
  return { counts, people };
}

interface ListedRecord {
  id: string;
  number: number;
  state: 'begun' | 'cancelled' | 'finished';
  form_version_id: string;
  begun_at: string;
  staff_number: number;
  rows: number;
  people: number;
  consents: number;
  units: number;
  left_out: number;
  copy_id: string | null;
  copy_number: number | null;
  how: string | null;
}

function listImports({ database }: ReadContext) {
  const records = database.all<ListedRecord>(
    `SELECT i.id, i.number, i.state, i.form_version_id, i.begun_at, u.staff_number, i.rows, i.people, i.consents, i.units, i.left_out,
       c.id AS copy_id, c.number AS copy_number, c.how
     FROM imports i JOIN users u ON u.id = i.begun_by LEFT JOIN known_copies c ON c.id = i.source_copy_id
     ORDER BY i.number DESC LIMIT 200`,
  );
  return records.map((record) => {
    const version = readFormVersion(database, record.form_version_id);
    return {
      importId: record.id,
      number: record.number,
      state: record.state,
      formTitle: version.content.title,
      formVersion: version.version,
      begunAt: record.begun_at,
      staffNumber: record.staff_number,
      rows: record.rows,
      people: record.people,
      consents: record.consents,
      units: record.units,
      leftOut: record.left_out,
      source:
        record.copy_id === null || record.copy_number === null
          ? null
          : {
              copyId: record.copy_id,
              reference: copyReference(record.copy_number),
              isOutstanding: record.how === null || record.how === 'lost',
            },
    };
  });
}
