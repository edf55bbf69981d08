import type { ImportFinding } from '../../shared/contract/collection-import.ts';
import type { TableCell } from '../../shared/domain/office/table-cell.ts';
import { createText, type Text } from '../../shared/text/messages.ts';
import type { Handlers } from '../context.ts';
import { documentHandler } from '../documents/document-handler.ts';
import { renderTableFile } from '../documents/table-file.ts';

export const importFindingsHandlers: Pick<
  Handlers<'collection'>,
  'collection.listImportFindings' | 'collection.importFindings'
> = {
  'collection.listImportFindings': ({ session }, { importId, kind, limit, offset }) => {
    const { findings } = session.importDesk.file(importId);
    const wanted = kind === null ? findings : findings.filter((finding) => finding.kind === kind);
    return { total: wanted.length, findings: wanted.slice(offset, offset + limit) };
  },

  'collection.importFindings': documentHandler(
    'collection.importFindings',
    async ({ session, office }, { importId }: { importId: string }, { format, languages }) => {
      const file = session.importDesk.file(importId);
      const text = createText(languages[0] ?? 'en');
      const { headings } = file.requireRead.table;
      const bytes = await renderTableFile(format, {
        sheetName: text('collection.import.findings'),
        timeZone: office.timeZone,
        columns: [
          { heading: text('collection.import.finding.row'), kind: 'number' },
          { heading: text('collection.import.finding.column'), kind: 'text' },
          { heading: text('collection.import.finding.reason'), kind: 'text', width: 60 },
        ],
        rows: file.findings.flatMap((finding) => rowsOf(finding, headings, text)),
      });
      // Numbers of rows, headings and reasons: nothing of anybody.
      return { bytes, fileName: 'import-check', about: { rows: file.findings.length }, copy: null };
    },
  ),
};

function rowsOf(finding: ImportFinding, headings: readonly string[], text: Text): TableCell[][] {
  if (finding.kind !== 'bad') {
    const reason = text(`collection.import.finding.${finding.kind}`, { row: finding.otherRow ?? 0 });
    return [[finding.row, null, reason]];
  }
  return finding.problems.map(({ code, column }) => [
    finding.row,
    column === null ? null : (headings[column] ?? null),
    text(`collection.import.problem.${code}`),
  ]);
}
